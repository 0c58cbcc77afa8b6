/**
 * Reading alone: every document of a folder is read as the server reads it, in one thread, and what was read is thrown away.
 * Nothing is kept, linked, checked or told. Whoever wants to start in less has to read otherwise.
 *
 *   node reading.cjs FOLDER
 */

import { pathToFileURL } from "node:url";
import { lineStarts } from "../server/src/base/lines.ts";
import { portionsOf } from "../server/src/host.ts";
import { compilingLittle } from "../server/src/main/compile-little.ts";
import { decode } from "../server/src/main/decode.ts";
import { keepHeapSmall } from "../server/src/main/heap.ts";
import { pathOfUri } from "../server/src/main/path-of.ts";
import { readInto } from "../server/src/main/read-bytes.ts";
import { scanningHost } from "../server/src/main/scanning-host.ts";
import { readSpec } from "../server/src/model/read-spec.ts";
import { Engine } from "../server/src/rules/engine.ts";

async function read(root: string): Promise<number> {
  const host = compilingLittle(scanningHost());
  const { files } = await host.list(root, [], []);
  // As little machine code is made as in the server.
  host.scan?.(root, "nowhere");
  const { workspace } = new Engine({ today: "2026-11-22" });
  workspace.apply([{ type: "roots", uris: [root] }]);
  const room = { bytes: Buffer.allocUnsafeSlow(1 << 18), lines: new Uint32Array(1 << 13) };
  let items = 0;
  for (const portion of portionsOf(files, host.atOnce)) {
    for (const uri of portion) {
      const text = decode(readInto(room.bytes, pathOfUri(uri)).bytes);
      const located = workspace.readBy(uri);
      if (located === undefined) {
        workspace.apply([{ type: "disk", uri, text }]);
        continue;
      }
      const { project, path } = located;
      const spec = readSpec({ uri, text }, path, project.config, (document) => lineStarts(document.text, room.lines));
      items += spec.summary.items.length;
    }
  }
  return items;
}

keepHeapSmall();
void read(pathToFileURL(process.argv[2] ?? ".").href).then((items) => console.log(JSON.stringify({ items })));
