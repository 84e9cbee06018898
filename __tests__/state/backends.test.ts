import { backends, stateSchema } from "../../lib/state";

const all = [...backends.values()].map((backend) => [backend.name, backend] as const);

test.each(all)("%s: an option is the author's, a secret or refused, and only one of these", (_, backend) => {
  const names = [
    ...Object.keys(backend.options.properties),
    ...Object.keys(backend.secrets),
    ...Object.keys(backend.refused),
  ];
  expect(new Set(names).size).toBe(names.length);
});

test.each(all)("%s: every option says what it is", (_, backend) => {
  const silent = Object.entries(stateSchema(backend).properties ?? {}).filter(([, { description }]) => !description);
  expect(silent).toEqual([]);
});

test.each(all)("%s: no option has the name of what Terraform or the cloud takes for a secret", (_, backend) => {
  const secret = /(^|_)(token|password|secret|secret_key|access_key|private_key_pem|sas_token|credentials)$/;
  expect(Object.keys(backend.options.properties).filter((name) => secret.test(name))).toEqual([]);
});

test.each(all)("%s: says where its state is", (_, backend) => {
  expect(backend.where({ bucket: "b", address: "https://a" })).toMatch(/^State is /);
});
