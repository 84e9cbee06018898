import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { echoToolbox } from "./echo-toolbox";

/** `groundplan synth --spec … --out … --states-moved`, with echoes for modules. */
const [command, , spec = "", , out = "", moved] = process.argv.slice(2);
if (command !== "synth" || moved !== "--states-moved") throw new Error(`not for this: ${process.argv.join(" ")}`);
void synth({ spec, out, sources: new Sources(), statesMoved: true }, echoToolbox);
