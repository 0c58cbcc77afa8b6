import { say } from "../base/say.ts";
import type { Span } from "../base/span.ts";
import { readYaml } from "../syntax/yaml.ts";
import { type Config, defaultConfig } from "./config.ts";
import { configBody } from "./config-body.ts";
import { buildSchema } from "./config-kinds.ts";
import { listed, merged } from "./config-lists.ts";
import { type ConfigProblem, invalid, unreadable } from "./config-problem.ts";
import { readOverrides, readRules } from "./config-rules.ts";
import { type ConfigFile, configFile } from "./config-schema.ts";
import { readTemplates, templatePatterns } from "./config-templates.ts";
import { readCalendar, readTeam } from "./config-values.ts";
import { type ConfigQuery, readRice, readViews } from "./config-views.ts";
import { type Origins, walkConfig } from "./config-walk.ts";

export interface ConfigReading {
  readonly config: Config;
  /** In the order in which they stand in the file. */
  readonly problems: readonly ConfigProblem[];
  /** Whether it is no configuration at all: nothing of it could be read. */
  readonly broken: boolean;
  /** What may turn out to match nothing once the files are known. */
  readonly patterns: readonly ConfigPattern[];
  /** Where the team's own rules stand, by name. */
  readonly teamRules: ReadonlyMap<string, Span>;
  /** The queries of views: whether they can mean something is known once there are items. */
  readonly queries: readonly ConfigQuery[];
}

export interface ConfigPattern {
  readonly pattern: string;
  readonly span: Span;
  readonly use: "files" | "ignore" | "match" | "override" | "template";
  /** For `match`: the kind. */
  readonly kind: string | undefined;
}

/**
 * Reads the text of a `throughline.yaml`. Whatever it holds, there is a configuration: a part that cannot be used is a
 * problem on its place, and the rest of it applies. `ruleIds` are the rules that come with Throughline.
 */
export function readConfig(text: string, ruleIds: readonly string[]): ConfigReading {
  const body = configBody(text);
  const { root, flaws } = readYaml(text, body, "config-invalid");
  const problems = flaws.map(unreadable);
  if (root === undefined || root.type !== "map") {
    const broken = root !== undefined && !(root.type === "scalar" && root.text === "");
    if (broken)
      problems.push(
        invalid(root.span, say`This is no configuration: it has no keys such as \`files:\` or \`kinds:\`.`),
      );
    return {
      config: { ...defaultConfig, present: true },
      problems: inOrder(problems),
      broken,
      patterns: [],
      teamRules: new Map(),
      queries: [],
    };
  }
  const walked = walkConfig(root, configFile);
  problems.push(...walked.problems);
  // The walk leaves out what does not fit, so what is left is of the schema's type; a property test holds it to that.
  const file = walked.value as ConfigFile;
  const { config, teamRules, queries } = build(file, walked.origins, problems, ruleIds);
  const patterns = patternsOf(walked.origins, file);
  return { config, problems: inOrder(problems), broken: false, patterns, teamRules, queries };
}

function build(file: ConfigFile, origins: Origins, problems: ConfigProblem[], ruleIds: readonly string[]) {
  const schema = buildSchema(origins, problems, file);
  const ruleBuild = { origins, problems, schema, ruleIds };
  const { levels, teamRules } = readRules(ruleBuild, file);
  const templates = readTemplates(origins, problems, file, schema);
  const { views, queries } = readViews(origins, problems, file, schema);
  const files = listed(origins, file, "files").items.map(({ value }) => value);
  const config: Config = {
    files: files.length > 0 ? files : defaultConfig.files,
    ignore: [...merged(listed(origins, file, "ignore"), defaultConfig.ignore), ...templatePatterns(templates)],
    peopleComplete: isWhole(origins, problems, file, "people"),
    people: readTeam(origins, problems, file),
    calendar: readCalendar(origins, problems, file, defaultConfig.calendar),
    links: new Map(Object.entries(file.links ?? {})),
    schema,
    levels,
    overrides: readOverrides(ruleBuild, file, teamRules),
    teamRules,
    templates,
    views,
    rice: readRice(file),
    strict: file.strict ?? defaultConfig.strict,
    present: true,
  };
  return { config, teamRules: new Map(teamRules.map(({ name }) => [name, origins.key(file.rules!, name)])), queries };
}

/** Whether everything below a key could be read. */
function isWhole(origins: Origins, problems: readonly ConfigProblem[], file: ConfigFile, key: string): boolean {
  const { start } = origins.key(file, key);
  const { end } = origins.value(file, key);
  return !problems.some(({ recovered, span }) => !recovered && span.start >= start && span.start <= end);
}

function patternsOf(origins: Origins, file: ConfigFile): readonly ConfigPattern[] {
  const found: ConfigPattern[] = [];
  const add = (use: ConfigPattern["use"], container: object, key: string, kind?: string) => {
    for (const { value, span } of listed(origins, container, key).items)
      found.push({ pattern: value, span, use, kind });
  };
  add("files", file, "files");
  add("ignore", file, "ignore");
  for (const [name, kind] of Object.entries(file.kinds ?? {})) add("match", kind, "match", name);
  for (const override of file.overrides ?? []) add("override", override, "files");
  for (const [name, written] of Object.entries(file.templates ?? {})) {
    const path = typeof written === "string" ? written : written.file;
    const span = typeof written === "string" ? origins.value(file.templates!, name) : origins.value(written, "file");
    found.push({ pattern: path, span, use: "template", kind: undefined });
  }
  return found;
}

/** By place, and each cause once: what is said for every kind would be found again in each of them. */
function inOrder(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.filter(({ span }, index) => {
    const before = sorted[index - 1]?.span;
    return before === undefined || before.start !== span.start || before.end !== span.end;
  });
}
