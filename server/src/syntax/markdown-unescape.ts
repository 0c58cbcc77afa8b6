import { characterEntities } from "character-entities";

const escapeOrEntity = /\\([!-/:-@[-`{-~])|&(#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/gi;

/** Resolves backslash escapes and character references, as in destinations and titles. */
export function unescapeText(text: string): string {
  if (!text.includes("\\") && !text.includes("&")) return text;
  return text.replace(escapeOrEntity, (whole, escaped: string | undefined, entity: string | undefined) =>
    escaped !== undefined ? escaped : (entityText(entity!) ?? whole),
  );
}

/** What `amp`, `#38` or `#x26` stands for; undefined for an unknown name. */
export function entityText(name: string): string | undefined {
  if (name.charCodeAt(0) !== 35) return Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined;
  const hex = name.charCodeAt(1) === 120 || name.charCodeAt(1) === 88;
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return isCharacter(code) ? String.fromCodePoint(code) : "\ufffd";
}

/** Control characters but ordinary white space, surrogates and noncharacters stand for U+FFFD. */
function isCharacter(code: number): boolean {
  if (code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160)) return false;
  if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0xfdd0 && code <= 0xfdef)) return false;
  return (code & 0xfffe) !== 0xfffe && code <= 0x10ffff;
}
