import type { ClientCapabilities, Diagnostic } from "vscode-languageserver";
import { type Language, plural, tell } from "../base/say.ts";
import { pageOf } from "../rules/page.ts";
import type { Problem } from "../rules/problem.ts";
import type { Project } from "../workspace/project.ts";

/** A problem as an editor shows it, with what this client understands: `shape` says what that is. */
export function diagnosticOf(problem: Problem, project: Project, shape: DiagnosticShape): Diagnostic {
  const diagnostic: Diagnostic = {
    range: problem.range,
    severity: severities[problem.level],
    code: problem.rule,
    source: "throughline",
    message: tell(problem.message, shape.language),
  };
  if (shape.link) diagnostic.codeDescription = { href: pageOf(problem.rule) };
  if (problem.tag !== undefined && shape.tags.includes(tags[problem.tag])) diagnostic.tags = [tags[problem.tag]];
  if (problem.related.length > 0 && shape.related)
    diagnostic.relatedInformation = problem.related.map(({ path, range, message }) => ({
      location: { uri: project.uriOf(path), range },
      message: tell(message, shape.language),
    }));
  if (shape.data) {
    const { item, fixable, data } = problem;
    diagnostic.data = { ...data, fixable, ...(item === undefined ? {} : { item }) };
  }
  return diagnostic;
}

/**
 * What an editor is told about one document: thousands of lines help nobody, and slow down whoever draws them. Of very many
 * the gravest are told, and at the last of them how many more there are.
 */
export function diagnosticsOf(
  problems: readonly Problem[],
  project: Project,
  shape: DiagnosticShape,
): readonly Diagnostic[] {
  const told = problems.length > mostTold ? gravest(problems) : problems;
  const diagnostics = told.map((problem) => diagnosticOf(problem, project, shape));
  const more = problems.length - told.length;
  if (more === 0) return diagnostics;
  const message = plural(
    more,
    "{0} more finding in this document is not shown. Mend some of these first.",
    "{0} more findings in this document are not shown. Mend some of these first.",
  );
  const { range } = diagnostics.at(-1)!;
  const severity = severities.information;
  return [...diagnostics, { range, severity, source: "throughline", message: tell(message, shape.language) }];
}

const mostTold = 1_000;

function gravest(problems: readonly Problem[]): readonly Problem[] {
  const inOrder = problems.toSorted((a, b) => severities[a.level] - severities[b.level]);
  const told = new Set(inOrder.slice(0, mostTold));
  return problems.filter((problem) => told.has(problem));
}

export interface DiagnosticShape {
  readonly language?: Language;
  readonly related: boolean;
  readonly link: boolean;
  readonly data: boolean;
  readonly tags: readonly number[];
}

/** What a client says it understands, for answers and for publishing alike. */
export function diagnosticShape({ textDocument }: ClientCapabilities, language?: Language): DiagnosticShape {
  const client = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    related: client.relatedInformation === true,
    link: client.codeDescriptionSupport === true,
    data: client.dataSupport === true,
    tags: client.tagSupport?.valueSet ?? [],
    ...(language && { language }),
  };
}

const severities = { error: 1, warning: 2, information: 3, hint: 4 } as const;
const tags = { unnecessary: 1, deprecated: 2 } as const;
