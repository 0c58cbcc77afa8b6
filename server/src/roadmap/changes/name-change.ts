import { changed, type Look } from "./change.ts";

/** It is called something else, or goes by another id. */
export const nameChange: Look = ({ before, after }) => {
  const [was, is] = [before.found.item, after.found.item];
  if (was.title !== is.title) return [changed("renamed", after, was.title, is.title)];
  return was.id === is.id || was.id === undefined || is.id === undefined
    ? []
    : [changed("renamed", after, was.id, is.id)];
};
