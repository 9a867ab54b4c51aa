import { openApp } from "./open-app.ts";
import { styleValuesSuite } from "./style-values-suite.ts";

styleValuesSuite(() => openApp());
