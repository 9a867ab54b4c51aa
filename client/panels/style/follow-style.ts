import type { GraphCanvas } from "#client/rendering/graph-canvas.ts";
import type { Actions } from "#client/state/actions.ts";
import { type AtlasStore, explorationOf } from "#client/state/atlas.ts";
import type { Exploration } from "#client/state/exploration.ts";
import type { StyleChoice } from "#client/state/slices/style.ts";
import { type Chosen, chosen, needOf } from "#client/styling/choice.ts";
import type { JoinedValues } from "#client/styling/joined-values.ts";
import type { Need } from "#client/styling/rule.ts";
import { styled, unstyled, withUnknown } from "#client/styling/styled.ts";

/** Ids looked up at once: a millisecond, so that a click in between is not held up. */
const portion = 4_000;
const soon = (ms = 0): Promise<void> => new Promise((resume) => setTimeout(resume, ms));
const restMs = 120;

/** Keeps the drawing in the style that the exploration names; the answer ends it. */
export function followStyle(store: AtlasStore, canvas: GraphCanvas, actions: Pick<Actions, "keptValues" | "fetchValues">): () => void {
  let seen: (Pick<Exploration, "style" | "clocks" | "trust"> & { nodeCount: number; edition: number }) | null = null;
  let run = 0;
  let plain = true;
  /** Values could not be had; a retry elsewhere may bring them. */
  let lacking = false;

  const show = (style: StyleChoice, values: { size: JoinedValues | null; colour: JoinedValues | null }): void => {
    const { graph } = store.getState();
    const input = { count: graph.nodeCount, kind: graph.nodes.kind };
    const size = chosen("size", style.size).rule.derive({ ...input, values: values.size });
    const colour = chosen("colour", style.colour).rule.derive({ ...input, values: values.colour });
    const { thickness } = chosen("thickness", style.thickness).rule;
    const tone = withUnknown(colour.tone, size.unknown);
    const usual = size.radius === null && tone === null && thickness === "even";
    // Without a style new nodes come as they are: nothing to pass over.
    if (!usual || !plain) canvas.setStyle({ radius: size.radius, tone, thickness });
    plain = usual;
    styled.setState(usual ? unstyled : { radius: size.radius, tone, thickness, size: size.legend, colours: colour.legend, pending: false });
  };

  /** What a rule needs, joined to all that is loaded; undefined where it could not be had, or somebody chose otherwise meanwhile. */
  const valuesOf = async (what: Chosen, mine: number, isChosen: boolean): Promise<JoinedValues | null | undefined> => {
    const need = needOf(what);
    if (need === null) return null;
    const values = actions.keptValues(need) ?? (await actions.fetchValues(need, { chosen: isChosen }));
    while (values !== undefined && mine === run && !values.advance(store.getState().graph, portion)) await soon();
    return mine === run ? values : undefined;
  };

  const follow = async (style: StyleChoice, isChosen: boolean): Promise<void> => {
    run += 1;
    const mine = run;
    const wanted = [chosen("size", style.size), chosen("colour", style.colour)] as const;
    const ready = wanted.map((what) => {
      const need = needOf(what);
      if (need === null) return null;
      const values = actions.keptValues(need);
      return values?.advance(store.getState().graph, portion) ? values : undefined;
    });
    const [size, colour] = ready;
    // What is at hand is drawn at once, in the same frame as the nodes that it styles.
    if (size !== undefined && colour !== undefined) return show(style, { size, colour });
    styled.setState({ pending: true });
    // A thumb that is dragged passes over many clocks: only the one where it rests is asked for.
    if (!isChosen) await soon(restMs);
    if (mine !== run) return;
    const later = [await valuesOf(wanted[0], mine, isChosen), await valuesOf(wanted[1], mine, isChosen)] as const;
    if (mine !== run) return;
    lacking = later[0] === undefined || later[1] === undefined;
    if (lacking) styled.setState({ pending: false });
    else show(style, { size: later[0] ?? null, colour: later[1] ?? null });
  };

  const look = (): void => {
    const { graph, edition } = store.getState();
    const { style, clocks, trust } = explorationOf(store.getState());
    const isChosen = seen?.style !== style || seen.edition !== edition;
    const isHeardAlike = (seen?.clocks === clocks && seen.trust === trust) || needsOf(style).length === 0;
    const same = !isChosen && seen?.nodeCount === graph.nodeCount && isHeardAlike;
    if (same && !(lacking && needsOf(style).every((need) => actions.keptValues(need) !== undefined))) return;
    seen = { style, clocks, trust, nodeCount: graph.nodeCount, edition };
    lacking = false;
    void follow(style, isChosen);
  };
  look();
  const end = store.subscribe(look);
  return () => {
    run += 1;
    end();
    styled.setState(unstyled);
  };
}

const needsOf = (style: StyleChoice): Need[] =>
  [chosen("size", style.size), chosen("colour", style.colour)].flatMap((what) => needOf(what) ?? []);
