export { expansionSchemas } from "./json-schema";
export { expand } from "./services";
