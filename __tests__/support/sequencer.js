const Sequencer = require("@jest/test-sequencer").default;

const isLong = ({ path }) => path.includes("shipped-tests");
const usesTerraform = ({ path }) => path.includes("__tests__/terraform/");
const rank = (test) => (isLong(test) ? 0 : usesTerraform(test) ? 1 : 2);

/** What takes long comes first, so that at the end no processor waits for another. */
module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
