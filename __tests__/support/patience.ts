/** Property tests and pictures take their time where two processors do everything. */
jest.setTimeout(60_000);
