import { definedIn, type Rule } from "../../../lib/schema";
import { say, template } from "../../../lib/schema/message";

/** The text at a path must be a key of the map, or one of these words. */
export function definedInOr<const Path extends string>(words: readonly string[], path: Path, map: Path): Rule<Path> {
  const rule = definedIn([path], map);
  const isKey = ({ value }: { value: unknown }) => !words.includes(String(value));
  return {
    ...rule,
    summary: `${path} must be ${words.join(", ")} or name a key of ${map}`,
    breaches: (facts) =>
      rule.breaches({
        get: (at) => facts.get(at),
        all: (at) => facts.all(at).filter(isKey),
        isUnknown: (at) => facts.isUnknown(at),
        name: (at) => facts.name(at),
      }),
    terraform: (hcl) =>
      rule.terraform({
        get: (at) => hcl.get(at),
        all: (at, each) => hcl.all(at, each),
        keys: (at) => `concat(${JSON.stringify(words)}, ${hcl.keys(at)})`,
        name: (at) => hcl.name(at),
      }),
  };
}

const scopeless = "must not be set without a JWT authorizer";

/** Only tokens have scopes. */
export const scopesNeedTokens: Rule<"routes" | "routes.*.scopes" | "authorizers"> = {
  keyword: "scopesNeedTokens",
  paths: ["routes.*.scopes", "routes.*.authorizer", "authorizers"],
  summary: `routes.*.scopes ${scopeless}`,
  breaches(facts) {
    if (facts.isUnknown("routes.*.authorizer") || facts.isUnknown("authorizers")) return [];
    const scoped = facts.all("routes.*.scopes").filter(({ value }) => Array.isArray(value) && value.length > 0);
    const tokens = facts.all("authorizers.*.jwt").map(({ path }) => path[1]);
    const authorizers = new Map(facts.all("routes.*.authorizer").map(({ path, value }) => [path[1], String(value)]));
    return scoped
      .filter(({ path }) => !tokens.includes(authorizers.get(path[1] as string)))
      .map(({ path }) => ({ path, message: say`${facts.name(path)} ${scopeless}` }));
  },
  terraform(hcl) {
    const message = say`${hcl.name("routes")}["${{ hcl: "key" }}"].scopes ${scopeless}`;
    const isToken = `try(${hcl.get("authorizers")}[route.authorizer].jwt, null) != null`;
    return `[for key, route in ${hcl.get("routes")} : ${template(message)} if try(length(route.scopes), 0) > 0 && !(${isToken})]`;
  },
};

const anybody = 'must not be "*" when allow_credentials is true: name the origins';

/** AWS answers with BadRequestException, as in https://github.com/aws/aws-cdk/issues/9076 */
export const noCredentialsForAnybody: Rule<"allow_origins" | "allow_credentials"> = {
  keyword: "noCredentialsForAnybody",
  paths: ["allow_origins", "allow_credentials"],
  summary: `allow_origins ${anybody}`,
  breaches(facts) {
    if (facts.isUnknown("allow_origins.*") || facts.isUnknown("allow_credentials")) return [];
    const isOpen = facts.all("allow_origins.*").some(({ value }) => value === "*");
    if (!isOpen || facts.get("allow_credentials") !== true) return [];
    return [{ path: ["allow_origins"], message: say`${facts.name("allow_origins")} ${anybody}` }];
  },
  terraform(hcl) {
    const isBad = `try(contains(${hcl.get("allow_origins")}, "*") && ${hcl.get("allow_credentials")}, false)`;
    return `${isBad} ? [${template(say`${hcl.name("allow_origins")} ${anybody}`)}] : []`;
  },
};

const twice = "has several keys for the same requests";

/** Names of path parameters do not tell routes apart: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
export const distinctRoutes: Rule<"routes"> = {
  keyword: "distinctRoutes",
  paths: ["routes"],
  summary: "routes must differ in more than the names of path parameters",
  breaches(facts) {
    if (facts.isUnknown("routes")) return [];
    const keys = facts.all("routes.*").map(({ path }) => path[1] as string);
    return Object.values(grouped(keys)).flatMap((same) => {
      const last = same.at(-1) as string;
      const message = say`${facts.name("routes")} ${twice}: ${[...same].sort().join(", ")}`;
      return same.length > 1 ? [{ path: ["routes", last], message }] : [];
    });
  },
  terraform(hcl) {
    const groups = `{for key in ${hcl.keys("routes")} : replace(key, "/[{][^}+]*/", "{") => key...}`;
    const message = say`${hcl.name("routes")} ${twice}: ${{ hcl: 'join(", ", same)' }}`;
    return `[for same in ${groups} : ${template(message)} if length(same) > 1]`;
  },
};

function grouped(keys: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const groups: Record<string, string[]> = {};
  for (const key of keys) {
    const shape = key.replaceAll(/\{[^}+]*/g, "{");
    groups[shape] = [...(groups[shape] ?? []), key];
  }
  return groups;
}
