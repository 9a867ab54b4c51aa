import { useCallback } from "react";
import { measureLabel } from "#client/i18n/labels.ts";
import { usePreferences } from "#client/state/context.tsx";
import type { MeasureKey } from "#client/styling/rule.ts";
import { modalities } from "#graph/vocabulary/marks.ts";
import { units } from "#graph/vocabulary/measures.ts";

/** A measure with its modality, which is always shown, and with its unit where that is not plain from the figure. */
export function useFigureName(): (figures: MeasureKey) => string {
  const language = usePreferences((it) => it.language);
  return useCallback(
    ({ measure, unit, modality }) => {
      const parts = [measureLabel(measure, language), modalities[modality][language], units[unit][language]];
      return parts.filter((part) => part !== "").join(" · ");
    },
    [language],
  );
}
