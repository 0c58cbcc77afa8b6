// Loaded before the server: has it take this Node for the one in a desktop editor.
Object.defineProperty(process, "versions", { value: { ...process.versions, electron: "39.0.0" } });
