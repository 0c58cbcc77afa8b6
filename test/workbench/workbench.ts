/** Opens a VS Code window with the extension in it, for tests that use it as a person does. */

import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { freshProfile } from "../host/profile.mjs";
import { serve } from "../host/serve.mjs";
import { openWindow } from "../host/window.mjs";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** The themes that a person may have: the setting, the label in the list, and the class of a window that wears one. */
export const themes = {
  dark: { setting: "Dark 2026", label: "Dark 2026", wears: "vs-dark" },
  light: { setting: "Light 2026", label: "Light 2026", wears: "vs" },
  contrast: { setting: "Default High Contrast", label: "Dark High Contrast", wears: "hc-black" },
  contrastLight: { setting: "Default High Contrast Light", label: "Light High Contrast", wears: "hc-light" },
} as const;

export interface WorkbenchOptions {
  /** Absolute path; the window gets a copy, so that a test may change it. */
  readonly folder: string;
  /** More folders for the same window, copied as well; each lies beside the first under its own name. */
  readonly others?: readonly string[];
  /** The extension's folder; `undefined` opens VS Code alone. */
  readonly extension?: string;
  readonly theme?: keyof typeof themes;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Without it the folder opens in Restricted Mode. */
  readonly trusted?: boolean;
  /** The language of the window, English unless given. */
  readonly locale?: string;
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Device pixels per CSS pixel. */
  readonly scale?: number;
}

export interface Workbench {
  readonly page: Page;
  /** The copy that the window shows. */
  readonly folder: string;
  close(): Promise<void>;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { trusted = true, theme = "dark", width, height, scale, locale } = options;
  const profile = freshProfile({ "workbench.colorTheme": themes[theme].setting, ...options.settings });
  const folder = join(profile.root, basename(options.folder));
  cpSync(options.folder, folder, { recursive: true });
  const { others = [] } = options;
  for (const other of others) cpSync(other, join(profile.root, basename(other)), { recursive: true });
  const several = join(profile.root, "several.code-workspace");
  const folders = [options.folder, ...others].map((path) => ({ path: basename(path) }));
  if (others.length > 0) writeFileSync(several, JSON.stringify({ folders }));
  if (options.extension) symlinkSync(options.extension, join(profile.extensions, "throughline.throughline-0.0.0"));
  const server = await serve({ userData: profile.userData, extensions: profile.extensions, trusted });
  try {
    const window = await openWindow(server.address({ folder: others.length > 0 ? several : folder }), {
      width,
      height,
      scale,
      locale,
    });
    const close = async () => {
      await window.close();
      await server.stop();
      profile.remove();
    };
    return { page: window.page, folder, close };
  } catch (reason) {
    await server.stop();
    profile.remove();
    throw reason;
  }
}

/** Where pictures land; the folder is not committed. */
const pictures = join(projectRoot, "out", "screenshots");

/** Keeps a picture of the window and answers where. */
export async function picture({ page }: Workbench, name: string): Promise<string> {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
