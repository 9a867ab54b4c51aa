import { periodBounds } from "#graph/model/period.ts";
import { type AliasPart, canonicalJson, contentHash, type DocumentContent, type EvidencePart } from "./content.ts";
import { keyOfStatement } from "./keys.ts";
import type { Properties, Property, StatementState } from "./projection.ts";
import type { MetricState } from "./settle-metrics.ts";

/** What the store adds to a claim's content; put one by one, since spreading wide objects takes longer than hashing them. */
function claimNode(content: object, added: Readonly<Record<string, Property | undefined>>): Properties {
  const node: Properties = {};
  const own = content as Record<string, Property>;
  for (const name in own) if (name !== "evidence" && name !== "properties") node[name] = own[name] as Property;
  for (const name in added) {
    const value = added[name];
    if (value !== undefined) node[name] = value;
  }
  return node;
}

/** All properties of a ledger node; `derived` names those that no source gives. */
export function statementNode(state: StatementState, sinceRevision: number): Properties {
  const { properties } = state.content;
  return claimNode(state.content, {
    rank: state.rank,
    validFrom: state.validFrom,
    validTo: state.validTo,
    assertedAt: state.assertedAt,
    documents: state.documents,
    reliability: state.reliability,
    drawn: state.drawn,
    properties: properties === undefined ? undefined : canonicalJson(properties),
    derived: state.workedOut.length === 0 ? undefined : state.workedOut,
    key: keyOfStatement(state.content),
    hash: contentHash(state.content),
    sinceRevision,
  });
}

export function metricNode(state: MetricState, sinceRevision: number): Properties {
  const { period } = state.content;
  const bounds = period === undefined ? undefined : periodBounds(period);
  return claimNode(state.content, {
    rank: state.rank,
    periodStart: bounds?.start,
    periodEnd: bounds?.end,
    assertedAt: state.assertedAt,
    documents: state.documents,
    reliability: state.reliability,
    derived: state.workedOut.length === 0 ? undefined : state.workedOut,
    key: state.key,
    hash: contentHash(state.content),
    sinceRevision,
  });
}

export function documentNode(content: DocumentContent): Properties {
  const { paragraphs: _, ...own } = content;
  return { ...(own as Properties), hash: contentHash(content) };
}

export const evidenceLink = ({ document: _, ...place }: EvidencePart): Properties => place as Properties;

export const aliasNode = (entity: string, alias: AliasPart): Properties => ({
  id: [entity, alias.surface, alias.scope, alias.scopeOf ?? ""].join("|"),
  entity,
  ...(alias as Properties),
});
