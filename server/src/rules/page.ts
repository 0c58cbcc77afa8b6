/** Where people read why a rule is there, with an example that is wrong and one that is right. */
export function pageOf(rule: string): string {
  return `https://github.com/throughline/throughline/blob/main/docs/rules/${rule}.md`;
}
