import type { HeardQuery } from "#client/state/heard.ts";
import type {
  Grouping,
  StyleFiguresAnswer,
  StyleGroupsAnswer,
  StyleMeasure,
  StyleMeasuresAnswer,
  UnknownListAnswer,
} from "#graph/model/style-values.ts";
import type { TableFiguresAnswer, TableStatesAnswer } from "#graph/model/table-facts.ts";
import type { CallOptions } from "./change-calls.ts";
import { queryString, request } from "./request.ts";

type Query = HeardQuery & { [name: string]: string | number | undefined };
const at = (path: string, query: Query): string => `${path}${queryString(query)}`;

/** What style rules, marks of the unknown and the table ask of the server, each of what time and by whose word. */
export const styleCalls = {
  styleMeasures: (heard?: HeardQuery, options?: CallOptions) =>
    request<StyleMeasuresAnswer>(at("/style-values/measures", { ...heard }), options),
  styleFigures: (
    { measure, unit, modality }: Pick<StyleMeasure, "measure" | "unit" | "modality">,
    heard?: HeardQuery,
    options?: CallOptions,
  ) => request<StyleFiguresAnswer>(at("/style-values/figures", { measure, unit, modality, ...heard }), options),
  styleGroups: (by: Grouping, heard?: HeardQuery, options?: CallOptions) =>
    request<StyleGroupsAnswer>(at("/style-values/groups", { by, ...heard }), options),
  unknown: (limit: number, heard?: HeardQuery, options?: CallOptions) =>
    request<UnknownListAnswer>(at("/unknown", { limit, ...heard }), options),
  tableFigures: (limit: number, heard?: HeardQuery, options?: CallOptions) =>
    request<TableFiguresAnswer>(at("/table/figures", { limit, ...heard }), options),
  tableStates: (limit: number, heard?: HeardQuery, options?: CallOptions) =>
    request<TableStatesAnswer>(at("/table/states", { limit, ...heard }), options),
};
