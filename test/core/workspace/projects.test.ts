import { deepEqual, equal } from "node:assert/strict";
import type { Project } from "../../../server/src/workspace/project.ts";
import { Projects } from "../../../server/src/workspace/projects.ts";

describe("the projects around a file", () => {
  const roots = ["file:///w", "file:///w/a/b", "file:///w/ab"];
  const projects = new Projects(roots.map((root) => ({ root }) as Project));
  const nearest = (uri: string) => projects.nearest(uri)?.root;
  const around = (uri: string) => Array.from(projects.around(uri), ({ root }) => root);

  it("are told apart by folders, not by how names begin", () => {
    equal(nearest("file:///w/a/b/c/d.md"), "file:///w/a/b");
    equal(nearest("file:///w/a/bc.md"), "file:///w");
    equal(nearest("file:///w/abc/d.md"), "file:///w");
    equal(nearest("file:///x.md"), undefined);
    equal(nearest("file:///w/a/b"), "file:///w", "a folder is in the project around it");
  });

  it("come from the inside out, that of the folder itself first", () => {
    deepEqual(around("file:///w/a/b/c.md"), ["file:///w/a/b", "file:///w"]);
    deepEqual(around("file:///w/a/b"), ["file:///w/a/b", "file:///w"]);
    deepEqual(around("file:///w/ab/c"), ["file:///w/ab", "file:///w"]);
    deepEqual(around("file:///v/a"), []);
  });
});
