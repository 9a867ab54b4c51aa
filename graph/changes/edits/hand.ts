import type { DatasetHead } from "#graph/model/dataset.ts";
import type { DatasetId } from "#graph/model/id.ts";

/** The dataset of what people add by hand: no source declares it, so none drops it. */
export const hand = "by-hand" as DatasetId;
export const handHead: DatasetHead = { id: hand, title: "人工编辑", titleEn: "Edited by hand" };
