const rules = {
  user_id: [/^[a-z][a-z0-9-]{2,31}$/, "must be 3 to 32 lower-case letters, digits and -, starting with a letter"],
  name: [/^.{1,100}$/u, "must be a text of 1 to 100 characters"],
  email: [/^[^\s@]{1,64}@[^\s@]{1,190}$/, "must be an e-mail address"],
};
const changeable = ["name", "email"];

/** What is wrong with a new user. */
export function problemsOf(user) {
  const names = Object.keys(rules);
  return isObject(user) ? [...unknown(user, names), ...broken(user, names)] : notAnObject;
}

/** What is wrong with changes to a user: some of its members, and the version that they start from. */
export function problemsOfChanges(changes) {
  if (!isObject(changes)) return notAnObject;
  const names = changeable.filter((name) => name in changes);
  return [
    ...unknown(changes, [...changeable, "version"]),
    ...broken(changes, names),
    ...(names.length > 0 ? [] : [`there must be a change: ${changeable.join(" or ")}`]),
    ...(Number.isInteger(changes.version) ? [] : ["version must be the version that the changes start from"]),
  ];
}

const notAnObject = ["the body must be a JSON object"];
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const unknown = (value, names) =>
  Object.keys(value)
    .filter((name) => !names.includes(name))
    .map((name) => `${name} is not known here`);

const broken = (value, names) =>
  names
    .filter((name) => typeof value[name] !== "string" || !rules[name][0].test(value[name]))
    .map((name) => `${name} ${rules[name][1]}`);
