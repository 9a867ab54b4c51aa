import { answersSuite } from "./answers-suite.ts";
import { openApp } from "./open-app.ts";

answersSuite("embedded", () => openApp());
