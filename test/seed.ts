import fc from "fast-check";

// Property tests try the same examples in every run, so that a failure is nobody's bad luck; `SEED=7 npx mocha` tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_122) });
