import { keptSuite } from "./kept-suite.ts";
import { openApp } from "./open-app.ts";

keptSuite(() => openApp());
