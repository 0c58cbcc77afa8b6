import { features } from "../features/all.ts";
import type { Session } from "./session.ts";

/** Tells the client of features of which it was told nothing before, and again once all has been read: then it asks again. */
export async function announce(session: Session): Promise<void> {
  const methods = features.flatMap(({ announced }) => announced?.(session.client) ?? []);
  if (methods.length === 0) return;
  const named = (round: string) => methods.map((method) => ({ id: `${method} ${round}`, method }));
  const ask = async (method: string, params: unknown) => {
    await session.connection.sendRequest(method, params);
  };
  try {
    await ask("client/registerCapability", { registrations: named("first") });
    await session.scanned;
    // What is shown stays until the new answer is there.
    await ask("client/registerCapability", { registrations: named("again") });
    // The protocol spells it so.
    await ask("client/unregisterCapability", { unregisterations: named("first") });
  } catch (reason) {
    session.log("Announcing", reason);
  }
}
