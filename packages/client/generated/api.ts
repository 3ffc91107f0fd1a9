// Made by npm run generate from the OpenAPI document; a test fails while it is stale.

export interface paths {
    "/v1/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one posting, an array of them, or a stream
         * @description What is accepted is durable: whatever crashes after the answer, the posting is tagged and counted once. A posting is known by `source` and `sourceId`: sent again unchanged it changes nothing, sent again with other content it becomes the next version.
         *
         *     One object is answered by its result. An array is answered by a result for each element, whatever is wrong with its neighbours, and by 422 where none of them can be taken, or where it is empty; it holds 10,000 postings at most. A stream (`application/x-ndjson`, a posting a line, without an end if you like) is answered by a stream, a result for each line, in order, as soon as it is durable: read it while you send. One that holds no posting has no results. Its last line says `unavailable` where it could not go on; send the rest again from there. It ends where 10,000 lines cannot be taken, and nine more for each that can, so a file of which nine lines in ten are bad goes on to its end; and at 100,000 empty lines in a row.
         *
         *     A posting that cannot be taken is told its first twenty faults, and how many more there are; an array as a whole a thousand, and from there on the first of each.
         *
         *     Each body may be packed: `Content-Encoding: gzip`, to a hundredth of its size at the least.
         */
        post: operations["sendPostings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/postings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives a posting at its latest version
         * @description The posting as the platform understood it: role, seniority, country, workplace and salary are derived where the sender did not say. `pending` tells that its latest version is not published yet, and the ETag does so, too ("3-pending", then "3"), so that If-None-Match finds out. A retracted posting is still answered, as a version without content.
         */
        get: operations["getPosting"];
        put?: never;
        post?: never;
        /**
         * Takes a posting back
         * @description A retraction is a version of its own: the posting leaves every count, and what remains says that it was there. Repeated, it gives the same answer and changes nothing. With If-Match only the version that you have seen is taken back.
         */
        delete: operations["retractPosting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/postings/{id}/journey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how far a posting is, step by step
         * @description The steps of the posting’s latest version: accepted, published, tagged, counted in views, counted in facts; or dead, and then why. Each has its time, service, replica, version, and its place in the log: topic, partition, offset. A step that is not reached is `waiting`, and one that only a service knows which is away is `unknown`; `away` names the service and says why. `requeued` is there where the version was published again: by a backfill, or a repair. `waitedMs` counts from the step named by `after`. The clocks of replicas differ: it is never negative, and `clockBehindMs` says where a clock is behind. What an earlier release did not store is null. It is the scope of operators: a journey shows no content, but names replicas and offsets.
         */
        get: operations["getJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells which skills are asked for, the most wanted first
         * @description Counts postings at their latest version. No count comes without the population that it is a share of and the 95 % Wilson interval of that share. `answeredFrom` says which read model answered and whether it had caught up with the log; views and facts give the same numbers.
         */
        get: operations["getDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/{id}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells how often one skill is asked for, month by month
         * @description Each month has its own population, so that a rise of the market is not taken for one of the skill. A skill that nobody ever named is answered with counts of 0.
         */
        get: operations["getTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/{id}/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells which skills stand beside one in the same postings
         * @description Each as a share of the postings that ask for the one, and with its `lift`: how many times as often the two stand together as they would if neither knew of the other. Views answer it for whole years of all postings; any other filter is answered from the facts, by looking at every posting that it leaves. Of a posting with more than 60 skills the first 60 by name stand beside each other.
         */
        get: operations["getPairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/{id}/salary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what the postings pay that ask for a skill, and those that do not
         * @description Yearly pay in US dollars of the postings that state one. No quantile is given of fewer than 20, and each is within 1 % of a pay that was stated. Views answer for whole years, of one role or all. A skill that stands beside better pay need not be the reason for it.
         */
        get: operations["getSkillSalary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/salaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what roles, countries, levels or places pay
         * @description Quantiles of the yearly pay in US dollars, of each group with 20 stated pays at the least, each within 1 % of a pay that was stated. Views answer by role for whole years.
         */
        get: operations["getSalaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells which roles the postings have
         * @description Each with the postings that have it, as a share of all, and the 95 % Wilson interval of that share. A role that no posting has is left out.
         */
        get: operations["getRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Puts two roles, countries, workplaces, levels or periods side by side, skill by skill
         * @description The share of each skill on both sides, and the difference with its 95 % interval (Newcombe’s): where that holds 0, the two may as well be the same.
         */
        get: operations["compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Puts two skills side by side: how often they are asked for, month by month, and what they pay
         * @description Both are shares of the same postings. The pay is that of the postings that ask for the skill; no quantile is given of fewer than 20.
         */
        get: operations["compareSkills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the skills that postings are looked through for
         * @description In the order of their ids, a page at a time: send `next` as `cursor` until it is null. A page stays right where the taxonomy changes between two.
         */
        get: operations["listSkills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what a skill’s id stands for
         * @description Its label, its category, the names that it is found by, and the skills that include it.
         */
        get: operations["getSkill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the reports that there are
         * @description A report is a file of claims, so each installation may have reports of its own.
         */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measures each claim of a report on the postings that are loaded
         * @description A claim about a share comes with population, count, share and the 95 % Wilson interval, one about pay with the medians of both groups in each region and their 95 % intervals; medians of fewer than 20 are not given. It `holds` when all of the interval lies in the claimed range, and `does-not-hold` when none of it does. Filters narrow the postings that the report is about; one that contradicts it is refused.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finds the skills in a text
         * @description As the pipeline does it, and without keeping anything. Takes a text, or a title and a description. Spans count UTF-16 units of the text, or of title, empty line, description. `explain` answers why a word like "Go" was taken for the skill in one place and for a verb in another. A text or description may have 200,000 characters, with `explain` 20,000, and a title 500. The first 50,000 are looked through. Of 200 skills 20 places each are listed at most, and 1,000 decisions; `charactersLeftOut`, `leftOut` and `decisionsLeftOut` count the rest.
         */
        post: operations["findTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells how far the last re-tagging is
         * @description Of the run under way, else of the last one: postings looked at so far, and how many there are.
         */
        get: operations["getRetag"];
        put?: never;
        /**
         * Has every posting tagged again
         * @description For a new taxonomy or a new model. Postings go through the pipeline once more at the version that they have, page by page, and live ones go first. A run that is under way is joined. There is no way to stop one.
         */
        post: operations["beginRetag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recounts the log and compares every number with it
         * @description Reads the whole log with a fold of its own and compares each number of the views and the facts. Goes on while postings come in. A verification that is under way is joined.
         */
        post: operations["beginVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verify/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells how far a verification is, and every difference
         * @description Whichever replica is asked, and whichever one runs it. The last twenty are kept, for a week. `differences` is cut off where there are many, `differenceCount` is not.
         */
        get: operations["getVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compares what was accepted with what is counted, posting by posting
         * @description A page of postings in the order of their ids: each at the version that ingestion has, and at the one that analytics has. The log plays no part in it, so that it shows what the log lost. A posting that waits to be published is on its way, and one that died says why among the dead letters: neither is a difference. What differs is looked at again until it stands still while nothing is on its way (`settled`), some ten seconds at the most; a posting that changes all the while is no difference once each side has what the other had at the first look. Ask for the next page with `after` = `next`, until that is null; and with `id` again for what was not settled.
         */
        get: operations["reconcile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/republish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has some postings published again, each at the version that it has
         * @description For what a reconciliation calls missing or behind; of a retracted posting the retraction goes out again. They wait to be published when this is answered. Published twice, a posting still counts once.
         */
        post: operations["republishPostings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what is counted, once a second, for as long as you listen
         * @description Server-Sent Events. The data of an event `change` is a LiveChange; it is a hint: ask for the numbers, and send the entity tag that you have. Come back with `Last-Event-ID`, as browsers do by themselves, and what happened meanwhile is told first; an event `missed` says that it was more than the 1000 changes that are kept. Who does not read is dropped; after half an hour a stream ends, for you to come back. A client may have ten streams at once, unless an installation says otherwise.
         */
        get: operations["listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts for every posting
         * @description By source: accepted = pending + in flight + counted + dead-lettered + retracted + missing. `idle` says that nothing moves, `balanced` that nothing moves and nothing is missing. While postings move the parts are read one after the other, so that a row may be off by those on their way, and `missing` is 0. Records that do not say whose they are stand under the source `(undecodable)`, and the sum is called `(total)`. While a part is away its last line is taken: nothing is claimed then, and `away` says why it is silent and how old its line is. A gateway that has heard nothing of it answers 503.
         */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how every part is
         * @description The readiness of each service, and position and lag of each consumer by partition. A service that is away stands in the answer as such and fails nothing: `away` says why, and how old what is told of it is.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says that the gateway lives
         * @description Looks at nothing else. For whoever restarts what has died.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says whether the gateway takes requests
         * @description It does as long as it lives and is not shutting down: were it unready because one part is away, all parts would be. Ask /v1/status how the parts are.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the gateway’s figures to Prometheus
         * @description Of this one process; each service has its own.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives this document
         * @description OpenAPI 3.1, made from the schemas that the services check with. /docs shows it to people.
         */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AnsweredFrom: {
            /** @enum {string} */
            model: "views" | "facts";
            caughtUp: boolean;
            viewVersion: string | null;
        };
        CompareAnswer: {
            /** @enum {string} */
            by: "role" | "country" | "workplace" | "seniority" | "period";
            a: {
                name: string;
                filter: {
                    /**
                     * @description Postings of this role alone
                     * @enum {string}
                     */
                    role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                    /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                    country?: string;
                    /**
                     * @description Postings with work at this place
                     * @enum {string}
                     */
                    workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                    /**
                     * @description Postings of this level
                     * @enum {string}
                     */
                    seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                    /** @description The first month that counts, like 2025-03 */
                    from?: string;
                    /** @description The last month that counts, like 2025-09 */
                    to?: string;
                    /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                    category?: string;
                };
                population: number;
            };
            b: {
                name: string;
                filter: {
                    /**
                     * @description Postings of this role alone
                     * @enum {string}
                     */
                    role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                    /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                    country?: string;
                    /**
                     * @description Postings with work at this place
                     * @enum {string}
                     */
                    workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                    /**
                     * @description Postings of this level
                     * @enum {string}
                     */
                    seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                    /** @description The first month that counts, like 2025-03 */
                    from?: string;
                    /** @description The last month that counts, like 2025-09 */
                    to?: string;
                    /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                    category?: string;
                };
                population: number;
            };
            skills: {
                skillId: string;
                a: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                };
                b: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                };
                difference: number | null;
                low: number | null;
                high: number | null;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        CompareSkillsAnswer: {
            filter: {
                /**
                 * @description Postings of this role alone
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /**
                 * @description Postings with work at this place
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Postings of this level
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
            };
            a: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                skillId: string;
                pay: components["schemas"]["PayQuantiles"];
            };
            b: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                skillId: string;
                pay: components["schemas"]["PayQuantiles"];
            };
            months: {
                month: string;
                a: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                };
                b: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                };
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        AwayPart: {
            part: string;
            reason: string;
            ageSeconds: number | null;
        };
        ConsumerStatus: {
            group: string;
            topic: string;
            partitions: {
                partition: number;
                next: number;
                end: number;
                lag: number;
            }[];
            lag: number;
            caughtUp: boolean;
            ageSeconds?: number;
        };
        DemandAnswer: {
            filter: {
                /**
                 * @description Postings of this role alone
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /**
                 * @description Postings with work at this place
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Postings of this level
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
            };
            population: number;
            skills: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                skillId: string;
            }[];
            categories: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                category: string;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        Difference: {
            /** @enum {string} */
            model: "views" | "facts";
            partition: number;
            key: string;
            field: string;
            expected: string | null;
            found: string | null;
        };
        Fault: {
            path: string;
            message: string;
        };
        IngestResult: {
            line: number;
            /** @enum {string} */
            status: "accepted" | "unchanged";
            postingId: string;
            version: number;
        } | {
            line: number;
            /** @constant */
            status: "rejected";
            faults: components["schemas"]["Fault"][];
        } | {
            line: number;
            /** @constant */
            status: "unavailable";
            retryAfterSeconds: number;
            reason: string;
        };
        Journey: {
            postingId: string;
            source: string | null;
            version: number;
            retracted: boolean;
            /** @enum {string} */
            outcome: "waiting" | "counted" | "dead" | "unknown";
            /** Format: date-time */
            readAt: string;
            steps: components["schemas"]["JourneyStep"][];
            away?: components["schemas"]["AwayPart"][];
        };
        JourneyStep: {
            /** @enum {string} */
            step: "accepted" | "requeued" | "published" | "tagged" | "counted-in-views" | "counted-in-facts" | "dead";
            /** @enum {string} */
            state: "reached" | "waiting" | "unknown";
            service: string;
            replica: string | null;
            /** @description The version that took this step; of a waiting step the one before */
            version: number | null;
            at: string | null;
            topic: string | null;
            partition: number | null;
            offset: number | null;
            after: ("accepted" | "requeued" | "published" | "tagged" | "counted-in-views" | "counted-in-facts" | "dead") | null;
            waitedMs: number | null;
            clockBehindMs?: number;
            detail?: string;
        };
        Ledger: {
            rows: components["schemas"]["LedgerRow"][];
            total: components["schemas"]["LedgerRow"];
            idle: boolean;
            balanced: boolean;
            versions?: {
                accepted: number;
                counted: number;
            };
            away?: components["schemas"]["AwayPart"][];
        };
        LedgerRow: {
            source: string;
            accepted: number;
            pending: number;
            inFlight: number;
            counted: number;
            deadLettered: number;
            retracted?: number;
            missing?: number;
        };
        LiveChange: {
            /** Format: date-time */
            at: string;
            viewVersion: string;
            postings: number;
            skills: {
                skillId: string;
                change: number;
            }[];
        };
        Liveness: {
            /** @constant */
            alive: true;
        };
        PairsAnswer: {
            skillId: string;
            filter: {
                /**
                 * @description Postings of this role alone
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /**
                 * @description Postings with work at this place
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Postings of this level
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
            };
            population: number;
            count: number;
            pairs: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                skillId: string;
                lift: number;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        PartStatus: components["schemas"]["Readiness"] | components["schemas"]["Unreachable"];
        PayQuantiles: {
            count: number;
            p10: number | null;
            p25: number | null;
            median: number | null;
            p75: number | null;
            p90: number | null;
        };
        PlatformStatus: {
            services: {
                [key: string]: components["schemas"]["PartStatus"];
            };
            consumers: components["schemas"]["ConsumerStatus"][];
            away?: components["schemas"]["AwayPart"][];
        };
        PostingInput: {
            /** @description Where it comes from: a short name in lower case, of 1,000 at the most */
            source: string;
            /** @description What the source calls it; with the source it is the posting, so that sending it again makes a version */
            sourceId: string;
            /** @description Left out, the first line of the description is taken */
            title?: string;
            organization?: string;
            /** @description The text, plain or as HTML; a little text has to be left without its tags */
            description: string;
            /**
             * @description Left out, it is told by the look of the text
             * @enum {string}
             */
            descriptionFormat?: "text" | "html";
            location?: string | {
                country?: string;
                region?: string;
                city?: string;
            };
            country?: string;
            /** @enum {string} */
            workplace?: "remote" | "hybrid" | "onsite" | "unknown";
            /** @description For sources that say no more than this; workplace counts before it */
            remote?: boolean;
            /** @description In words of the source, like FullTime or Contractor */
            employmentType?: string;
            /** @description In words of the source, like Senior or Staff */
            seniority?: string;
            salary?: {
                min?: number;
                max?: number;
                currency: string;
                /** @enum {string} */
                period: "year" | "month" | "week" | "day" | "hour";
            };
            /** @description A date, a date-time or a month by ISO 8601, from 1990 to a day ahead; left out, today */
            datePosted?: string;
            /**
             * Format: uri
             * @description Where it stands for people to read: http or https
             */
            url?: string;
            /** @description A BCP 47 tag like en-GB; left out, it is told by the text */
            language?: string;
        };
        PostingRecord: {
            postingId: string;
            source: string;
            version: number;
            retracted: boolean;
            pending: boolean;
            posting: {
                [key: string]: unknown;
            } | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            code: string;
            traceId?: string;
            faults?: components["schemas"]["Fault"][];
            nearest?: string[];
        };
        Readiness: {
            ready: boolean;
            checks: {
                [key: string]: {
                    ok: boolean;
                    detail?: string;
                };
            };
        };
        ReconciliationPage: {
            counts: components["schemas"]["VersionCounts"];
            differences: components["schemas"]["VersionDifference"][];
            settled: boolean;
            next: string | null;
        };
        ReportAnswer: {
            id: string;
            title: string;
            source: string;
            filter: {
                /**
                 * @description Postings of this role alone
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /**
                 * @description Postings with work at this place
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Postings of this level
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
            };
            population: number;
            claims: {
                id: string;
                says: string;
                because: string;
                expect: {
                    atLeast?: number;
                    moreThan?: number;
                    atMost?: number;
                    lessThan?: number;
                    between?: {
                        low: number;
                        high: number;
                    };
                };
                /** @enum {string} */
                verdict: "holds" | "does-not-hold" | "too-little-data";
                share?: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                };
                parts?: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                    name: string;
                }[];
                pay?: {
                    region: string;
                    population: number;
                    with: {
                        count: number;
                        median: number | null;
                        low: number | null;
                        high: number | null;
                    };
                    without: {
                        count: number;
                        median: number | null;
                        low: number | null;
                        high: number | null;
                    };
                    ratio: {
                        ratio: number;
                        low: number;
                        high: number;
                    } | null;
                    /** @enum {string} */
                    verdict: "holds" | "does-not-hold" | "too-little-data";
                }[];
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        ReportList: {
            reports: {
                id: string;
                title: string;
            }[];
        };
        RepublishAnswer: {
            pending: number;
            unknown: string[];
        };
        RepublishRequest: {
            postingIds: string[];
        };
        RetagJob: {
            id: string;
            /** @enum {string} */
            state: "running" | "done";
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            total: number;
            done: number;
        };
        RolesAnswer: {
            filter: {
                /**
                 * @description Postings of this role alone
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /**
                 * @description Postings with work at this place
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Postings of this level
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
            };
            population: number;
            roles: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                /** @enum {string} */
                role: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        SalariesAnswer: {
            filter: {
                /**
                 * @description Postings of this role alone
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /**
                 * @description Postings with work at this place
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Postings of this level
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
            };
            /** @enum {string} */
            by: "role" | "country" | "seniority" | "workplace";
            all: components["schemas"]["PayQuantiles"];
            groups: {
                count: number;
                p10: number | null;
                p25: number | null;
                median: number | null;
                p75: number | null;
                p90: number | null;
                name: string;
            }[];
            skills?: {
                count: number;
                p10: number | null;
                p25: number | null;
                median: number | null;
                p75: number | null;
                p90: number | null;
                skillId: string;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        Skill: {
            skillId: string;
            label: string;
            category: string;
            broader: string[];
        };
        SkillAnswer: {
            skillId: string;
            label: string;
            category: string;
            broader: string[];
            taxonomyVersion: string;
            names: string[];
        };
        SkillSalaryAnswer: {
            skillId: string;
            filter: {
                /**
                 * @description Postings of this role alone
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /**
                 * @description Postings with work at this place
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Postings of this level
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
            };
            with: components["schemas"]["PayQuantiles"];
            without: components["schemas"]["PayQuantiles"];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        SkillsAnswer: {
            taxonomyVersion: string;
            total: number;
            skills: components["schemas"]["Skill"][];
            next: string | null;
        };
        Tag: {
            skillId: string;
            label: string;
            category: string;
            text: string;
            start: number;
            end: number;
        };
        TagDecision: {
            skillId: string;
            label: string;
            category: string;
            text: string;
            start: number;
            end: number;
            taken: boolean;
            /** @enum {string} */
            by: "form" | "own-name" | "negation" | "case" | "model";
            because: string;
            sum?: number;
            weights?: {
                feature: string;
                weight: number;
            }[];
        };
        TagsAnswer: {
            taxonomyVersion: string;
            modelVersion: string;
            tags: components["schemas"]["Tag"][];
            leftOut?: components["schemas"]["TagsLeftOut"];
            /** @description Characters at the end of the text that were not looked through; absent where all of it was */
            charactersLeftOut?: number;
            decisions?: components["schemas"]["TagDecision"][];
            decisionsLeftOut?: number;
        };
        TagsLeftOut: {
            /** @description Skills of which no place is listed */
            skills: number;
            /** @description Places of skills that are not listed */
            tags: number;
        };
        TagsRequest: {
            text: string;
            /** @description The employer: its own name in the text is no skill */
            organization?: string | null;
        } | {
            title: string;
            description: string;
            /** @description The employer: its own name in the text is no skill */
            organization?: string | null;
        };
        TrendAnswer: {
            skillId: string;
            filter: {
                /**
                 * @description Postings of this role alone
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /**
                 * @description Postings with work at this place
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Postings of this level
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
            };
            months: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                month: string;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        Unreachable: {
            unreachable: string;
        };
        VerifyJob: {
            id: string;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            partitionsDone: number;
            partitions: number;
            postings: number;
            numbersCompared: number;
            differences: components["schemas"]["Difference"][];
            differenceCount: number;
            cleanedRetractions?: number;
            error?: string;
        };
        VersionCounts: {
            postings: number;
            pending: number;
            deadLettered: number;
            retractedWithoutFact: number;
        };
        VersionDifference: {
            /** @enum {string} */
            kind: "missing" | "behind" | "too-much";
            postingId: string;
            accepted: {
                version: number;
                retracted: boolean;
            } | null;
            counted: {
                version: number;
                retracted: boolean;
            } | null;
        };
    };
    responses: {
        /** @description A parameter, a header or the body is not as described; `faults` names each by its path. */
        BadRequest: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no token, or none that holds; the header says what it takes. */
        Unauthenticated: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is not good for this, or a page of another origin asks. */
        NotAllowed: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing by this id; where a skill is meant, `nearest` names ids like it. */
        NotFound: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body took too long to arrive. */
        TooSlow: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The posting has another version by now than If-Match allows. */
        PreconditionFailed: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than is taken at once. */
        TooLarge: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Path and parameters have more than 8,000 characters. */
        UriTooLong: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The media type or the content encoding is not taken. */
        UnsupportedMediaType: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The form is right, and yet the content cannot be taken; `faults` says why. */
        Unprocessable: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You ask more often than a client may; each kind of request has a limit of its own. */
        RateLimited: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There are more than a hundred headers, or they have more than 16 KB. */
        HeadersTooLarge: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part of the platform is away, or too much waits already: try again later. */
        Unavailable: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part of the platform did not answer in time. */
        Timeout: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The trace of this request: the same id stands in the logs of every service that it met. */
        "trace-id": string;
        /** @description The version of what was answered, for If-Match or If-None-Match. */
        ETag: string;
        /** @description Where to ask for what was begun or taken. */
        Location: string;
        /** @description Seconds until it is worth another try. */
        "Retry-After": number;
        /** @description How often you may still ask in the window, and when that ends: "reads";r=5999;t=60. */
        RateLimit: string;
        /** @description How often a client may ask in a window of so many seconds: "reads";q=6000;w=60. */
        "RateLimit-Policy": string;
        /** @description How long the answer may be used again. */
        "Cache-Control": string;
        /** @description Which token it takes (RFC 6750): Bearer realm="skillstream", scope="postings:write". */
        "WWW-Authenticate": string;
        /** @description How old a stale answer is, in seconds. */
        Age: number;
        /** @description Stands there where nobody could be asked, and this is what was answered last. */
        "Skillstream-Stale": "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sendPostings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One posting, an array of postings, or NDJSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingInput"] | unknown[];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description The results of a stream, one a line. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description The result of one posting, or those of an array. */
            202: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResult"] | components["schemas"]["IngestResult"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getPosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The posting’s id, as the result of sending it names it.
                 * @example acme-board.eJbU2LAJTuoR_O_DvtSC
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The posting. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostingRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    retractPosting: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Versions that may be taken back, as entity tags like "3" or "3-pending", which are the same here. * is taken, too: any, as without it.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The posting’s id, as the result of sending it names it.
                 * @example acme-board.eJbU2LAJTuoR_O_DvtSC
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The retraction. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostingRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The posting’s id, as the result of sending it names it.
                 * @example acme-board.eJbU2LAJTuoR_O_DvtSC
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps, in order. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getDemand: {
        parameters: {
            query?: {
                /** @description Postings of this role alone */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
                /** @description How many skills, the most asked for first; a trend is of one skill, whatever this says */
                top?: number;
                /** @description Asks one read model on purpose: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Skills and categories with their counts. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getTrend: {
        parameters: {
            query?: {
                /** @description Postings of this role alone */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
                /** @description How many skills, the most asked for first; a trend is of one skill, whatever this says */
                top?: number;
                /** @description Asks one read model on purpose: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The skill’s id in the taxonomy.
                 * @example kubernetes
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The months, the earliest first. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getPairs: {
        parameters: {
            query?: {
                /** @description Postings of this role alone */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
                /** @description How many skills, those that stand beside it most often first */
                top?: number;
                /** @description Asks one read model on purpose: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The skill’s id in the taxonomy.
                 * @example kubernetes
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The skills beside it. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getSkillSalary: {
        parameters: {
            query?: {
                /** @description Postings of this role alone */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
                /** @description Asks one read model on purpose: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The skill’s id in the taxonomy.
                 * @example kubernetes
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pay with and without. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillSalaryAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getSalaries: {
        parameters: {
            query?: {
                /** @description Postings of this role alone */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
                /** @description What to tell the groups apart by; role when left out */
                by?: "role" | "country" | "seniority" | "workplace";
                /** @description Asks one read model on purpose: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups, most stated pays first. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalariesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getRoles: {
        parameters: {
            query?: {
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Asks one read model on purpose: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles, those with the most postings first. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    compare: {
        parameters: {
            query: {
                /** @description Postings of this role alone */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description Shows skills of this category alone, like relational-databases; the postings that count stay the same */
                category?: string;
                /** @description What the two sides differ in */
                by: "role" | "country" | "workplace" | "seniority" | "period";
                /** @description One side, like backend, DE or 2016-01..2016-12 */
                a: string;
                /** @description The other side */
                b: string;
                /** @description How many skills, those that differ most first */
                top?: number;
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Skills, the most different first. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompareAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    compareSkills: {
        parameters: {
            query: {
                /** @description Postings of this role alone */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
                /** @description One skill, by its id */
                a: string;
                /** @description The other skill */
                b: string;
                /** @description Asks one read model on purpose: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both skills, and the months. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompareSkillsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    listSkills: {
        parameters: {
            query?: {
                /** @description Skills of this category alone, like databases */
                category?: string;
                /** @description Skills whose id or label holds this text */
                text?: string;
                /** @description How many at the most; 100 when left out */
                limit?: number;
                /** @description Goes on where an answer ended: its `next` */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of skills. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getSkill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The skill’s id.
                 * @example kubernetes
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The skill. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    listReports: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reports. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportList"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description Postings of this role alone */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE */
                country?: string;
                /** @description Postings with work at this place */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Postings of this level */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description The first month that counts, like 2025-03 */
                from?: string;
                /** @description The last month that counts, like 2025-09 */
                to?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that you have: 304 without a body where it still holds.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The report’s id.
                 * @example backend-2025
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claims in the order of the report. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Age: components["headers"]["Age"];
                    "Skillstream-Stale": components["headers"]["Skillstream-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have still holds. */
            304: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    findTags: {
        parameters: {
            query?: {
                /** @description With true, also every place where a name of a skill stands, and what decided there; of 20,000 characters. */
                explain?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One text, or the two of a posting, as JSON in UTF-8 without repeated keys; 1 MB at most, in 4 levels and 200 values. It may be packed: `Content-Encoding: gzip`, to a hundredth of its size at the least. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsRequest"];
            };
        };
        responses: {
            /** @description The skills, in the order of the text. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getRetag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetagJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    beginRetag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run that was under way. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetagJob"];
                };
            };
            /** @description A new run. */
            202: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetagJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    beginVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verification; ask for it until it is done. */
            202: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    getVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The verification’s id, as its beginning named it.
                 * @example b6f4b1a0-3d0e-4f38-9a43-0d8d4f4a7c11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verification. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    reconcile: {
        parameters: {
            query?: {
                /** @description The page begins after this id; left out, at the first posting */
                after?: string;
                /** @description How many postings the page holds at the most; 2,000 when left out */
                limit?: number;
                /** @description These postings alone, 100 at the most, without `after` and `limit`; may be repeated */
                id?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page, and every posting of it that differs. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    republishPostings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The ids of the postings, 1,000 at the most, as JSON in UTF-8 without repeated keys; 2 MB at most. It may be packed: `Content-Encoding: gzip`, to a hundredth of its size at the least. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepublishRequest"];
            };
        };
        responses: {
            /** @description They wait to be published. */
            202: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepublishAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Timeout"];
        };
    };
    listen: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id of the last event that you saw.
                 * @example 1764000000000-0
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, as they come. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ledger. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ledger"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parts as they are. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["NotAllowed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            400: components["responses"]["BadRequest"];
            414: components["responses"]["UriTooLong"];
            431: components["responses"]["HeadersTooLarge"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It takes requests. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["BadRequest"];
            414: components["responses"]["UriTooLong"];
            431: components["responses"]["HeadersTooLarge"];
            /** @description It is shutting down. */
            503: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            414: components["responses"]["UriTooLong"];
            431: components["responses"]["HeadersTooLarge"];
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["BadRequest"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
        };
    };
}
