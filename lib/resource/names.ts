/**
 * Members whose Terraform name is not their own in snake_case, in every resource that has them
 * (a test walks the bindings for others). Provider 6.25, `@cdktf/provider-aws` 21.22.
 */
const exceptions: Record<string, string> = {
  address1: "address_1",
  address2: "address_2",
  address3: "address_3",
  address4: "address_4",
  addressLine1: "address_line_1",
  addressLine2: "address_line_2",
  addressLine3: "address_line_3",
  convert608To708: "convert_608_to_708",
  equalTo: "equals",
  m2TsSettings: "m2ts_settings",
  m3U8Settings: "m3u8_settings",
  nodeAttribute: "node",
  rfc4180: "rfc_4180",
  saslScram256Auth: "sasl_scram_256_auth",
  saslScram512Auth: "sasl_scram_512_auth",
  selfAttribute: "self",
  softwareAttribute: "software",
  source608ChannelNumber: "source_608_channel_number",
  systemAttribute: "system",
};

/** Terraform's name of a member of the bindings: `hashKey` is `hash_key`. */
export const terraformName = (member: string): string =>
  exceptions[member] ??
  member
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
