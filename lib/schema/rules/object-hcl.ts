import type { Message } from "../message";
import { pathName, stepInto } from "../name";
import { entryPlace, memberPlace, type Place } from "../place";
import type { Hcl } from "./rule";

/** How rules reach the members of an object in HCL. */
export class ObjectHcl implements Hcl {
  constructor(private readonly object: Place) {}

  get(path: string): string {
    const at = `${this.object.at}.${path}`;
    return path.includes(".") ? `try(${at}, null)` : at;
  }

  name(path: string): Message {
    return pathName(this.object.schema, path.split("."), this.object.name);
  }

  keys(path: string): string {
    const map = path.split(".").reduce(into, this.object);
    const isThere = map.null === "never" && !path.includes(".");
    return isThere ? `keys(${map.at})` : `try(keys(${map.at}), [])`;
  }

  all(path: string, each: (value: string, name: Message) => string): string {
    return walk(this.object, path.split("."), each);
  }
}

/** Lists of what is at the end of a path, whatever loops lie on the way. */
function walk(place: Place, [key, ...rest]: readonly string[], each: (value: string, name: Message) => string): string {
  if (key === undefined) return each(place.at, place.name);
  if (key === "*") {
    const entry = entryPlace(place, inside(place, key));
    return `flatten([${entry.head} : ${guarded(entry.place, walk(entry.place, rest, each))}])`;
  }
  const member = into(place, key);
  return guarded(member, walk(member, rest, each));
}

const into = (place: Place, key: string): Place => memberPlace(place, key, inside(place, key));
const guarded = (place: Place, list: string) => (place.null === "never" ? list : `${place.at} == null ? [] : ${list}`);

function inside({ schema }: Place, key: string) {
  const found = stepInto(schema, key);
  if (!found) throw new Error(`a rule reads ${key}, which its object does not have`);
  return found;
}
