/** For so many steps the forces between far nodes are used again, which are dear to find and change little. */
export const reuseFor = (count: number): number => (count <= 1_500 ? 1 : count <= 20_000 ? 3 : 5);
