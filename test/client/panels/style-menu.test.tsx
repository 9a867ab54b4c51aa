import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { StyleMenu } from "#client/panels/style/style-menu.tsx";
import type { HeardQuery } from "#client/state/heard.ts";
import { renderPanel } from "./in-atlas.tsx";

afterEach(cleanup);

const answer = (entities: number) => ({
  measures: [{ measure: "营业收入", en: "Revenue", unit: "CNY" as const, modality: "actual" as const, entities }],
  cypher: { query: "MATCH (n) RETURN n", parameters: {} },
});

it("the menu of figures counts who has one under the clocks and trust that are on, and none as none", async () => {
  const asked: (HeardQuery | undefined)[] = [];
  const styleMeasures = async (heard?: HeardQuery) => {
    asked.push(heard);
    return answer(heard === undefined ? 5 : 0);
  };
  const { actions } = await renderPanel(<StyleMenu channel="size" />, { answers: { styleMeasures } });
  await userEvent.click(screen.getByRole("button", { name: /大小/ }));
  expect(await screen.findByRole("menuitemradio", { name: /营业收入.*5 个实体/ })).toBeTruthy();
  await userEvent.keyboard("{Escape}");

  actions.setHeldAt("2022");
  actions.setReliability("high");
  await userEvent.click(screen.getByRole("button", { name: /大小/ }));
  expect(await screen.findByRole("menuitemradio", { name: /营业收入.*0 个实体/ })).toBeTruthy();
  expect(asked).toEqual([undefined, expect.objectContaining({ at: "2022", reliability: "high" })]);
});
