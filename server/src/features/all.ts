import { completion } from "./completion.ts";
import type { Feature } from "./feature.ts";
import { hover } from "./hover.ts";
import { status } from "./status.ts";

/** Everything the server can do when asked, one line each. */
export const features: readonly Feature[] = [completion, hover, status];
