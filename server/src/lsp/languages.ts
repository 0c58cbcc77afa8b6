import { pseudo } from "../base/pseudo.ts";
import { english, type Language } from "../base/say.ts";
import { formName } from "./form-name.ts";

/**
 * Our sentences in other languages. Each is part of the program and read only when somebody asks for it. In a bundle they go
 * by the short names of their forms (`scripts/build.mjs`).
 */
const catalogues = new Map([["de", () => import("../../../l10n/server.de.json")]]);

/** For a locale as LSP names it: `de` and `de-AT` are German, `qps-ploc` is the pseudo-locale, any other is English. */
export async function languageFor(locale: string | undefined): Promise<Language> {
  const name = locale?.toLowerCase() ?? "en";
  if (name === "qps-ploc") return pseudo;
  const load = catalogues.get(name.split(/[-_]/)[0]!);
  if (load === undefined) return english;
  const forms = new Map(Object.entries((await load()).default));
  return { form: (form) => forms.get(form) ?? forms.get(formName(form)), plural: english.plural };
}
