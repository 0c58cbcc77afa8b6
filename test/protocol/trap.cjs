// Loaded before a program of ours: says on the error stream when it speaks to somebody or runs something.
const told = (what) => process.stderr.write(`trapped: ${what}\n`);
const trap = (object, names, label) => {
  for (const name of names) {
    const original = object[name];
    object[name] = function (...args) {
      told(label === "child_process" ? `${label}.${name} ${args[0]}` : `${label}.${name}`);
      return original.apply(this, args);
    };
  }
};
trap(require("node:net").Socket.prototype, ["connect"], "net.Socket");
trap(require("node:net").Server.prototype, ["listen"], "net.Server");
trap(require("node:dgram").Socket.prototype, ["send", "bind", "connect"], "dgram.Socket");
trap(require("node:dns"), ["lookup", "resolve"], "dns");
trap(require("node:http"), ["request", "get"], "http");
trap(require("node:https"), ["request", "get"], "https");
trap(require("node:child_process"), ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"], "child_process");
globalThis.fetch = () => told("fetch");
