import type {
  Grouping,
  StyleFiguresAnswer,
  StyleGroupsAnswer,
  StyleMeasure,
  StyleMeasuresAnswer,
  UnknownListAnswer,
} from "#graph/model/style-values.ts";
import type { CallOptions } from "./change-calls.ts";
import { queryString, request } from "./request.ts";

/** What style rules and marks of the unknown ask of the server. */
export const styleCalls = {
  styleMeasures: (options?: CallOptions) => request<StyleMeasuresAnswer>("/style-values/measures", options),
  styleFigures: ({ measure, unit, modality }: Pick<StyleMeasure, "measure" | "unit" | "modality">, options?: CallOptions) =>
    request<StyleFiguresAnswer>(`/style-values/figures${queryString({ measure, unit, modality })}`, options),
  styleGroups: (by: Grouping, options?: CallOptions) => request<StyleGroupsAnswer>(`/style-values/groups${queryString({ by })}`, options),
  unknown: (limit: number, options?: CallOptions) => request<UnknownListAnswer>(`/unknown${queryString({ limit })}`, options),
};
