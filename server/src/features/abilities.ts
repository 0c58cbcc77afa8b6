import type { ClientCapabilities, ResourceOperationKind } from "vscode-languageserver";
import { type InitializationOptions, openCommand, setFieldCommand } from "../protocol.ts";

/** What a client can do beyond changing the texts that it has open. */
export interface Abilities {
  readonly create: boolean;
  readonly rename: boolean;
  readonly remove: boolean;
  /** It can ask a person for the value of a field: it is ours. */
  readonly setField: boolean;
  /** It can write a text with places that a person fills in. */
  readonly fillIn: boolean;
  /** It can open an address. */
  readonly open: boolean;
}

export const noAbilities: Abilities = {
  create: false,
  rename: false,
  remove: false,
  setField: false,
  fillIn: false,
  open: false,
};

export function abilitiesOf({ workspace }: ClientCapabilities, { commands = [] }: InitializationOptions): Abilities {
  const edit = workspace?.workspaceEdit;
  const can = (operation: ResourceOperationKind): boolean =>
    edit?.documentChanges === true && edit.resourceOperations?.includes(operation) === true;
  return {
    create: can("create"),
    rename: can("rename"),
    remove: can("delete"),
    setField: commands.includes(setFieldCommand),
    fillIn: edit?.documentChanges === true && edit.snippetEditSupport === true,
    open: commands.includes(openCommand),
  };
}
