// Who tries what: `make test` tries each real server and each site in one of the browsers, SOCIAL=all (`make social`) everything in both.
export const everything = () => process.env.SOCIAL === 'all';
export const mine = (browser, at) => everything() || (at % 2 === 1) === (browser === 'firefox');
