import type { Theme } from "./interface.ts";

/**
 * Fills that a style rule gives to nodes in place of their kind's: `neutral` where the rule has nothing to say, seven classes, four steps
 * of an amount. Two are outlines: `rest`, of a class without a colour of its own, and `unknown`, which no source speaks of.
 */
export const tones = [
  "neutral",
  "class1",
  "class2",
  "class3",
  "class4",
  "class5",
  "class6",
  "class7",
  "step1",
  "step2",
  "step3",
  "step4",
  "rest",
  "unknown",
] as const;
export type Tone = (typeof tones)[number];

/** As the columns hold it; 0 stands for the colour of the kind. */
export const toneCode = (tone: Tone): number => tones.indexOf(tone) + 1;
export const classTones = tones.filter((tone) => tone.startsWith("class"));
export const stepTones = tones.filter((tone) => tone.startsWith("step"));

/** Found by search: at least 4.5 : 1 on the canvas, and apart from each other under every colour deficiency (the test tells how far). */
export const toneColours: Readonly<Record<Theme, Readonly<Record<Tone, string>>>> = {
  light: {
    neutral: "#6B7075",
    class1: "#0066DD",
    class2: "#880055",
    class3: "#005500",
    class4: "#AA44AA",
    class5: "#550000",
    class6: "#5522AA",
    class7: "#000088",
    step1: "#007796",
    step2: "#245795",
    step3: "#2A2F7A",
    step4: "#210B4D",
    rest: "#585D62",
    unknown: "#7A6234",
  },
  dark: {
    neutral: "#8A9299",
    class1: "#00BBFF",
    class2: "#EEEE55",
    class3: "#FF88CC",
    class4: "#33FFCC",
    class5: "#CC6611",
    class6: "#CCCCFF",
    class7: "#AA66CC",
    step1: "#6787CF",
    step2: "#65B4E9",
    step3: "#73DEE9",
    step4: "#B8FFD8",
    rest: "#A9B0B6",
    unknown: "#CDB27A",
  },
};
