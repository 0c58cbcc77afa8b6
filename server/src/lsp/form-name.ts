/** A short name for a form, by which the catalogues of bundles know it: the English stands in the program already. */
export function formName(form: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < form.length; at++) hash = Math.imul(hash ^ form.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
