/**
 * `{S}` in a pattern: the firm that acts. It is named before the verb, or a clause leaves it unsaid (…，主要生产…) or says 公司, 该公司, 其;
 * then the rule is read a second time with the firm that the text speaks of.
 */
const adverbs =
  "(?:已|还|也|又|并|再|正|现|主要|先后|相继|累计|同时|此外|拟|将|计划|打算|目前|如今|陆续|成功|正式|自主|专业|专门|不仅|更|曾|一直|长期|近年来|今年以来|日前|近日|随后|为此|再次|连续[一二两三四五六七八九十\\d]+年|{@}|，(?=[^，]))*";
const named = "(?<s>{C+})(?:公司|集团|企业)?(?:（[^（）。]{0,24}）)?(?:等(?:{~6}))?(?:{~12}|{~6}{@}{~8}|{~3}，{~3})";
const unsaid = `(?:^|，|；|：|“)(?:{@}，?)?(?:(?<pronoun>其|该公司|公司|该企业|企业|该厂|该集团|这家企业|这家公司|它)(?:{~8}|{~4}{@}{~4})|${adverbs})`;

export const speaksOfCarried = (pattern: string): boolean => pattern.includes("{S}");
export const withNamed = (pattern: string): string => pattern.replace("{S}", named);
export const withUnsaid = (pattern: string): string => pattern.replace("{S}", unsaid);
