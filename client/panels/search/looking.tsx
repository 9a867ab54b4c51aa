import { useEffect, useState } from "react";
import { useIndexing } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";

/** A search that takes longer than this may be waiting for its index. */
const lateMs = 500;

/** Says that a search is under way; where it waits for the index of a store that was opened just now, how far that is. */
export function Looking() {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => clearTimeout(timer);
  }, []);
  const search = useIndexing(late).data?.search;
  if (search === undefined || search.ready) return t("search.looking");
  if (search.total === null) return t("search.indexingSoon");
  return t("search.indexing", { done: formatCount(search.done), total: formatCount(search.total) });
}
