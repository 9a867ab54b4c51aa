import { type CommunityInput, communitiesOf } from "./communities.ts";

self.addEventListener("message", ({ data }: MessageEvent<CommunityInput>) => self.postMessage(communitiesOf(data)));
