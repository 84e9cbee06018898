import Handlebars from "handlebars";
import { toolbox } from "../../index";
import type { Answers } from "./answers";

/** File of a new project → its template. */
const templates = {
  "groundplan.yaml": "init/groundplan.yaml.hbs",
  "services/hello/index.mjs": "init/services/hello/index.mjs.hbs",
  ".gitignore": "init/gitignore.hbs",
};

/** The files of a new project, by path. */
export function starter(answers: Answers): ReadonlyMap<string, string> {
  const files = Object.entries(templates).map(([file, template]): [string, string] => {
    const render = Handlebars.compile<Answers>(toolbox.template(template), { noEscape: true });
    return [file, render(answers)];
  });
  return new Map(files);
}
