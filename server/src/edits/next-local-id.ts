/** Requirements are numbered within their document: `FR-007` is followed by `FR-008`. */
export function nextLocalId(items: readonly { readonly id: string | undefined }[], prefix: string): string {
  const digits = items.flatMap(({ id }) => {
    const written = id?.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : "";
    return /^\d{1,9}$/.test(written) ? [written] : [];
  });
  let width = 1;
  let highest = 0;
  for (const written of digits) {
    highest = Math.max(highest, Number(written));
    if (written.startsWith("0")) width = Math.max(width, written.length);
  }
  return `${prefix}-${String(highest + 1).padStart(width, "0")}`;
}
