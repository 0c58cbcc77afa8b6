import { builtinKinds } from "../../server/src/model/kinds.ts";

/** What wakes the server, for the one file that client and server share: it imports nothing, so the words stand in it. */
export function serverTypeWords(): string {
  const types = builtinKinds.flatMap(({ name, synonyms }) => [name, ...synonyms]);
  return types.join(" ");
}
