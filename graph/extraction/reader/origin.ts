/** Marks what the second reader alone proposes, as the rule that found it. */
export const readerRule = "第二读者";
/** Plausible, for a person to judge: the text holds the words, no rule found the claim. */
export const readerConfidence = 0.5;
