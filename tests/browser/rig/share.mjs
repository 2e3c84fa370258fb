// Who tries what: `make test` tries each real server and each site in one of the browsers, SOCIAL=all (`make social`) everything in both.
export const mine = (browser, at) => process.env.SOCIAL === 'all' || (at % 2 === 1) === (browser === 'firefox');
