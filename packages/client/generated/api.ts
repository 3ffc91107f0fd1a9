// Made by npm run generate from the OpenAPI document; a test fails while it is stale.

export interface paths {
    "/v1/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the postings of a source or of a job, page by page
         * @description The postings of a source, retracted and expired ones included, or the live ones of a job (`job` of a posting); one of both must be given. In the order of their ids; `next` is the id to go on after, null on the last page. A page may have fewer than `limit` postings, where they are large. While postings are added, none is listed twice, and none that was there is left out. `primary` says which one of a job counts where jobs are counted.
         */
        get: operations["listPostings"];
        put?: never;
        /**
         * Accepts one posting, an array of postings, a stream, or a table
         * @description Accepted postings are durable: whatever crashes after the response, the posting is tagged and counted exactly once. A posting is identified by `source` and `sourceId`: sent again unchanged it has no effect, sent again with other content it becomes the next version.
         *
         *     One object is answered with its result. An array is answered with one result for each element, independent of the others, and with 422 if no element can be accepted or the array is empty; it holds at most 10,000 postings. A stream (`application/x-ndjson`, one posting on each line, of any length) is answered with a stream of results, one for each line, in order, as soon as the posting is durable: read the response while you send. A stream without postings has no results. If the stream cannot continue, its last line is `unavailable`; send the rest again from there. A stream is ended after 10,000 rejected lines, plus nine for each accepted one, so a file in which nine of ten lines are invalid is read to its end; and after 100,000 consecutive empty lines.
         *
         *     The result of a rejected posting lists its first twenty validation issues and the number of the others; an array lists a thousand issues in total, and from then on the first issue of each posting.
         *
         *     A table (`text/csv`, `text/tab-separated-values`) is read as `skillstream load` reads one: its first line names the columns; delimiter, quotes and encoding are found from its beginning, columns by the names that people use for them, and `map` names others; what the parameters say of these is not looked for. The first line of the response says which column became which field and which were left out; a result line for each row follows, with the number of the line on which it begins. The response begins when the first 200 rows were read, or all; otherwise it is like that of a stream. A table without a column for the description, or of more than 1,000 columns, is refused as a whole (422). The parameters are those of tables, and are refused beside any other body (400).
         *
         *     Every body may be compressed (`Content-Encoding: gzip`), by a factor of 100 at most.
         */
        post: operations["sendPostings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what a load would make of the beginning of a file
         * @description Shows what a file is, which column becomes which field, the first 50 postings as they would be stored, and the first 50 faults by line and column, of the first 2,000 rows. Nothing is stored. The body is the beginning of the file, of whatever format `skillstream load` takes but a zip, or all of it; what it is counts, not its name. The parameters are those of a table sent to `/v1/postings`. A file that cannot be read has a `problem`, and 200.
         */
        post: operations["previewFile"];
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
         * Returns a posting at its latest version
         * @description The posting as the platform interpreted it: role, seniority, country, workplace and salary are derived if the sender did not state them, and `derived` says from what, and how surely. `pending` means that the latest version is not published yet; the ETag reflects that ("3-pending", then "3"), so that If-None-Match detects the change. A retracted posting is returned as a version without content.
         */
        get: operations["getPosting"];
        put?: never;
        post?: never;
        /**
         * Retracts a posting
         * @description A retraction is a version of its own: the posting is removed from all counts, and a record that it existed remains. The operation is idempotent. With If-Match only the given version is retracted. A version may be one that nobody sent: linking makes one when it finds out whether a posting counts for its job. So an If-Match may be stale although nobody changed the posting: read it again.
         */
        delete: operations["retractPosting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{name}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Starts to erase all postings of a source, with their text
         * @description Each posting of the source is retracted, and what was stored of its text removed: from the store, from the log by a tombstone, and its dead letters. It is done in the background, and cannot be cancelled. Asked for again while it runs, another one follows, for what came meanwhile; `next` is its id. A posting that is sent again afterwards is stored again.
         */
        delete: operations["erasePostings"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{name}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the progress of an erasure of a source
         * @description The erasure in progress, otherwise the latest one; with `id` that one, whose figures are its own.
         */
        get: operations["getErasure"];
        put?: never;
        /**
         * Starts to erase the postings of a source that hold a text
         * @description As `DELETE /v1/sources/{name}/postings`, of those postings alone that hold a text, in any case. The text is in the body, for addresses are logged on their way, and in no answer or log of the platform.
         */
        post: operations["eraseMatching"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{name}/erasure/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Counts the postings that an erasure would erase
         * @description Changes nothing. With `matching` it looks at the postings for some seconds, and says whether it saw all of them.
         */
        post: operations["previewErasure"];
        delete?: never;
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
         * Counts the skills that postings require, the most frequent first
         * @description Counts postings at their latest version, or with `count=jobs` distinct jobs, of which each is in the month and the slices of one of its postings alone; both numbers are in the response. Every count comes with the population that it is a share of and the 95 % Wilson interval of that share. `answeredFrom` names the read model that served the response and whether it had caught up with the log; views and facts give the same numbers.
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
         * Returns the demand for one skill by month
         * @description Each month has its own population, so that growth of the market is not mistaken for growth of the skill. A skill of the taxonomy that no posting requires has counts of 0.
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
         * Returns the skills that occur together with one skill
         * @description Each skill with its share of the postings that require the given skill, and its `lift`: how many times as often the two occur together as they would if they were independent, with its 95 % interval (`liftLow`, `liftHigh`): where that holds 1 the two may be independent. Views serve whole years without other filters; any other filter is served from the facts, which reads every matching posting. For a posting with more than 60 skills, only the first 60 by name are paired.
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
         * Compares the pay of postings with and without a skill
         * @description Yearly pay in US dollars of the postings that state one. Quantiles need at least 20 postings, and each is within 1 % of a stated pay, as are the ends of the 95 % interval of the median. Views serve whole years, for one role or all. A correlation between a skill and higher pay does not mean that the skill is the cause.
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
         * Returns pay by role, country, seniority or workplace
         * @description Quantiles of the yearly pay in US dollars for each group with at least 20 stated pays, each within 1 % of a stated pay. Views serve whole years grouped by role.
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
         * Counts the postings of each role
         * @description Each role with its number of postings, their share of all postings, and the 95 % Wilson interval of that share. Roles without postings are omitted.
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
         * Compares two roles, countries, workplaces, seniorities or periods, skill by skill
         * @description The share of each skill on both sides, and the difference with its 95 % interval (Newcombe’s): if the interval contains 0, the difference is not significant.
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
         * Compares the demand for two skills by month, and their pay
         * @description Both are shares of the same postings. The pay is that of the postings that require the skill; quantiles need at least 20 postings.
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
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the sources of the postings
         * @description A source is where postings were taken from, by the `source` that they were sent with: a board, a file or the sample, never a company. `origin` is the default of queries that name neither source nor origin.
         */
        get: operations["listSources"];
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
         * Lists the skills of the taxonomy
         * @description In the order of their ids, with cursor pagination: send `next` as `cursor` until it is null. Pages stay consistent if the taxonomy changes between two requests.
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
         * Returns a skill of the taxonomy
         * @description Its label, its category, the names by which it is found, and the skills that include it.
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
         * Lists the available reports
         * @description A report is a file of claims, so an installation may add its own reports.
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
         * Evaluates each claim of a report against the loaded postings
         * @description A claim about a share is reported with population, count, share and the 95 % Wilson interval; a claim about pay with the medians of both groups in each region and their 95 % intervals. Medians of fewer than 20 postings are omitted. The verdict is `holds` if the whole interval lies within the claimed range, and `does-not-hold` if none of it does. Filters narrow the postings that the report covers; a filter that contradicts the report is rejected.
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
         * @description Uses the same rules as the pipeline and stores nothing. Takes a text, or a title and a description. Spans count UTF-16 units of the text, or of title, empty line, description. `explain` shows why a word like "Go" was classified as the skill in one place and as a verb in another. A text or description may have 200,000 characters, with `explain` 20,000, and a title 500. The first 50,000 characters are analysed. At most 200 skills with 20 occurrences each are listed, and 1,000 decisions; `charactersLeftOut`, `leftOut` and `decisionsLeftOut` count the rest.
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
         * Returns the progress of the latest re-tagging
         * @description The run in progress, otherwise the latest one: the number of postings processed so far, and the total.
         */
        get: operations["getRetag"];
        put?: never;
        /**
         * Starts re-tagging all postings
         * @description For a new taxonomy or a new model. Postings pass through the pipeline again at their current version, page by page; live postings have priority. If a run is in progress, it is returned. A run cannot be cancelled.
         */
        post: operations["beginRetag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/boards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the sources that are read from job boards, and how each was read last
         * @description The sources in the file of sources of this installation. Each is read at its interval, by one replica at a time. What is gone from a list that was read to its end is closed, never deleted: its `closedAt` says when.
         */
        get: operations["listBoards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/boards/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a board read now
         * @description Within some seconds, and also while it is paused; while a run is in progress, by another one after it. Where the last run has `dropRefused`, look at the board, and ask with `acceptDrop=true` if the jobs are gone indeed: that holds until the run has ended, or somebody asks without it.
         */
        post: operations["runBoard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/boards/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pauses the reading of a board
         * @description Until it is resumed, whatever the file says. A run in progress ends with the batch of at most 20 postings that is being stored; resumed, the source is read from the beginning.
         */
        post: operations["pauseBoard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/boards/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a paused board read again
         * @description Whatever the file says. It is read at once where its time has passed.
         */
        post: operations["resumeBoard"];
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
         * Starts a verification: recounts the log and compares every count
         * @description Reads the whole log with an independent implementation and compares every number of the views and the facts. Postings may arrive meanwhile. If a verification is in progress, it is returned.
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
         * Returns the progress and the differences of a verification
         * @description Any replica can be asked, whichever one runs it. The last twenty are stored for a week. `differences` is truncated if there are many; `differenceCount` is exact.
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
         * Compares accepted postings with counted ones, posting by posting
         * @description A page of postings in the order of their ids: each with its version at ingestion and its version at analytics. The log is not consulted, so that losses in the log are detected. A posting that waits to be published is in flight, and a dead-lettered one has its reason among the dead letters: neither is a difference. Differences are read again until they are stable and nothing is in flight (`settled`), for about ten seconds at most; a posting that changes continuously is no difference once each side has reached the version that the other had at the first read. Request the next page with `after` = `next` until that is null, and unsettled postings again with `id`.
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
         * Publishes postings again, each at its current version
         * @description For postings that a reconciliation reports as missing or behind; for a retracted posting the retraction is published again. When the response is sent, they are stored in the outbox. A posting that is published twice is still counted once.
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
         * Streams changes of the counts, once a second
         * @description Server-Sent Events. The data of an event `change` is a LiveChange, in postings, never in jobs. It is a hint: query the numbers again, with the entity tag of the last response. Reconnect with `Last-Event-ID`, as browsers do by themselves, to receive the changes since then first; an event `missed` means that there were more than the 1000 changes that are retained. Clients that do not read are disconnected. A stream ends after half an hour; reconnect. A client may have ten concurrent streams, unless the installation sets another limit.
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
         * Returns the ledger: what became of every accepted posting
         * @description By source: accepted = pending + in flight + counted + dead-lettered + retracted + missing. `idle` means that nothing is in flight, `balanced` that nothing is in flight and nothing is missing. While postings are in flight the services are read one after the other, so that a row may deviate by those postings, and `missing` is 0. Records whose source cannot be decoded are counted under the source `(undecodable)`; the total is `(total)`. While a service is unavailable its last row is used: then neither flag is set, and `away` gives the reason and the age of that row. If the gateway never had a row of it, the response is 503.
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
         * Returns the status of all services and consumers
         * @description The readiness of each service, and position and lag of each consumer by partition. An unavailable service is reported as such and fails nothing: `away` gives the reason and the age of what is reported of it.
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
    "/v1/pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the state of the pipeline: replicas, topics, partitions, ledger
         * @description Every service with its replicas, every topic with its consumer groups and partitions, and the totals of the ledger; read once a second for all who ask. A replica that has shown nothing for 5 s is `gone`: its figures are its last, and `ageSeconds` old. What is unknown is null, never 0. While Redis is unavailable (`via` is `http`) each service shows one replica, whichever its address leads to. `objectives`: what is promised, what is left of its budget, and the alerts that fire, by the thresholds of the rules for Prometheus, as this replica of the gateway has seen it since its start; `alerts` is null while Redis is unavailable, which is not that none fires.
         */
        get: operations["getPipeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what takes a token here, and which issuer the page signs in with
         * @description Open to everybody. `tokenNeededFor` are the scopes that take a token in this installation; `issuer` is the OpenID provider whose authorization code flow with PKCE the page uses, null where none is configured for it. Nothing in it is secret: the page is a public client (RFC 6749, 2.1).
         */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipeline/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Streams the state of the pipeline once a second, narrated events, and sightings of postings
         * @description Server-Sent Events. `snapshot`, once a second: a PipelineState; numbers are to be taken from it alone. `event`: what a guard did, a PipelineEvent; pass over types that you do not know. `sighting`: a real posting at a stage, a Sighting; postings that were sent alone, and a sample of the others, the same at all stages. Events of the last 5 minutes come first; each has an `id`, by which a client that comes back knows those that it has seen. All of it is lossy: nothing waits for who watches. Who does not read is dropped.
         */
        get: operations["watchPipeline"];
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
         * Liveness of the gateway
         * @description Checks the process only, no dependencies. For liveness probes.
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
         * Readiness of the gateway
         * @description Ready from start to shutdown: if the gateway were unready because one service is unavailable, all services would be unavailable. See /v1/status for the services.
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
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns this document
         * @description OpenAPI 3.1, generated from the schemas that the services validate with. /docs shows it as a web page.
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
            /** @enum {string} */
            counted?: "postings" | "jobs";
            a: {
                name: string;
                filter: {
                    /**
                     * @description Only postings of this role
                     * @enum {string}
                     */
                    role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                    /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                    country?: components["schemas"]["CountryCode"];
                    /**
                     * @description Only postings with this workplace
                     * @enum {string}
                     */
                    workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                    /**
                     * @description Only postings of this seniority
                     * @enum {string}
                     */
                    seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                    /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                    source?: string;
                    /**
                     * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                     * @enum {string}
                     */
                    origin?: "own" | "sample" | "all";
                    /** @description The first month of the period, e.g. 2025-03 */
                    from?: string;
                    /** @description The last month of the period, e.g. 2025-09 */
                    to?: string;
                    /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                    category?: string;
                };
                population: number;
                postings?: number;
                jobs?: number;
            };
            b: {
                name: string;
                filter: {
                    /**
                     * @description Only postings of this role
                     * @enum {string}
                     */
                    role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                    /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                    country?: components["schemas"]["CountryCode"];
                    /**
                     * @description Only postings with this workplace
                     * @enum {string}
                     */
                    workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                    /**
                     * @description Only postings of this seniority
                     * @enum {string}
                     */
                    seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                    /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                    source?: string;
                    /**
                     * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                     * @enum {string}
                     */
                    origin?: "own" | "sample" | "all";
                    /** @description The first month of the period, e.g. 2025-03 */
                    from?: string;
                    /** @description The last month of the period, e.g. 2025-09 */
                    to?: string;
                    /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                    category?: string;
                };
                population: number;
                postings?: number;
                jobs?: number;
            };
            skills: {
                skillId: string;
                a: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                    postings?: number;
                    jobs?: number;
                };
                b: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                    postings?: number;
                    jobs?: number;
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
                 * @description Only postings of this role
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /**
                 * @description Only postings with this workplace
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Only postings of this seniority
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /**
                 * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                 * @enum {string}
                 */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
            };
            /** @enum {string} */
            counted?: "postings" | "jobs";
            postings?: number;
            jobs?: number;
            a: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                postings?: number;
                jobs?: number;
                skillId: string;
                pay: components["schemas"]["PayQuantiles"];
            };
            b: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                postings?: number;
                jobs?: number;
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
                    postings?: number;
                    jobs?: number;
                };
                b: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                    postings?: number;
                    jobs?: number;
                };
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        AwayPart: {
            part: string;
            reason: string;
            ageSeconds: number | null;
        };
        BoardRun: {
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            /** @enum {string} */
            outcome: "complete" | "partial" | "unchanged";
            /** @description Why it is partial, or why nothing was closed */
            reason: string | null;
            /** @description Whether nothing was closed since most of the list was gone at once; a run can accept that */
            dropRefused?: boolean;
            /** @description Jobs in the list */
            listed: number;
            /** @description New postings and new versions */
            stored: number;
            unchanged: number;
            /** @description Jobs that are no posting, or one that is not taken */
            rejected: number;
            /** @description Postings that are gone from the list */
            closed: number;
            /** @description Of how many of the postings, stored and unchanged, each field is known */
            filled: {
                [key: string]: number;
            };
            /** @description The first of what was rejected, with why */
            faults: string[];
        };
        BoardState: {
            name: string;
            board: string;
            account: string;
            address: string;
            /** @enum {string} */
            state: "waiting" | "running" | "paused";
            everyMinutes: number;
            /** @description null: as soon as there is room, or never while it is paused */
            nextRunAt: string | null;
            /** @description When it was last read to its end */
            lastReadAt: string | null;
            lastRun: components["schemas"]["BoardRun"] | null;
            /** @description When and why the run that is open was broken off last; it goes on after a pause */
            brokenOff?: {
                /** Format: date-time */
                at: string;
                reason: string;
            };
        };
        BoardsAnswer: {
            /** @description Why the file of sources cannot be read, a line for each fault with its line and column, 20 at most; the sources are those of when it last could */
            fault: string | null;
            boards: components["schemas"]["BoardState"][];
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
        /** @enum {string} */
        CountryCode: string;
        DemandAnswer: {
            filter: {
                /**
                 * @description Only postings of this role
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /**
                 * @description Only postings with this workplace
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Only postings of this seniority
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /**
                 * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                 * @enum {string}
                 */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
            };
            /** @enum {string} */
            counted?: "postings" | "jobs";
            population: number;
            postings?: number;
            jobs?: number;
            skills: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                postings?: number;
                jobs?: number;
                skillId: string;
            }[];
            categories: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                postings?: number;
                jobs?: number;
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
        Erasure: {
            id: string;
            source: string;
            /** @enum {string} */
            state: "running" | "ended";
            /** @enum {string} */
            phase: "postings" | "readers" | "letters";
            /** Format: date-time */
            startedAt: string;
            endedAt: string | null;
            matching: boolean;
            total: number;
            done: number;
            erased: number;
            letters: number;
            unmigrated: number;
            failures: number;
            reason: string | null;
            again: boolean;
            next?: string;
        };
        ErasurePreview: {
            source: string;
            postings: number;
            complete: boolean;
            examples: string[];
        };
        ErasurePreviewRequest: {
            /** @description Only postings whose title, employer, description, place, address or id holds this text, in any case; at least 3 characters beside blanks and invisible ones */
            matching?: string;
        };
        ErasureRequest: {
            /** @description Only postings whose title, employer, description, place, address or id holds this text, in any case; at least 3 characters beside blanks and invisible ones */
            matching: string;
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
            /**
             * @description The trace of the request that made the version; null where it was not recorded
             * @default null
             */
            traceId: string | null;
            steps: components["schemas"]["JourneyStep"][];
            /** Format: date-time */
            expiredAt?: string;
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
            linking?: {
                waiting: number;
            };
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
            expired?: number;
        };
        ListedPosting: {
            postingId: string;
            sourceId: string | null;
            title: string | null;
            version: number;
            /** @enum {string} */
            state: "live" | "retracted" | "expired";
            job?: string;
            primary?: boolean;
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
                 * @description Only postings of this role
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /**
                 * @description Only postings with this workplace
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Only postings of this seniority
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /**
                 * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                 * @enum {string}
                 */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
            };
            /** @enum {string} */
            counted?: "postings" | "jobs";
            postings?: number;
            jobs?: number;
            population: number;
            count: number;
            pairs: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                postings?: number;
                jobs?: number;
                skillId: string;
                lift: number;
                liftLow?: number;
                liftHigh?: number;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        PartStatus: components["schemas"]["Readiness"] | components["schemas"]["Unreachable"];
        PayQuantiles: {
            count: number;
            p10: number | null;
            p25: number | null;
            median: number | null;
            medianLow?: number | null;
            medianHigh?: number | null;
            p75: number | null;
            p90: number | null;
            postings?: number;
            jobs?: number;
        };
        PipelineEvent: {
            /** @constant */
            type: "partition.acquired";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            group: string;
            topic: string;
            partition: number;
            position: number;
        } | {
            /** @constant */
            type: "partition.lost";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            group: string;
            topic: string;
            partition: number;
        } | {
            /** @constant */
            type: "fenced";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            group?: string;
            topic?: string;
            partition?: number;
            reason: string;
        } | {
            /** @constant */
            type: "write.refused";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            group: string;
            topic: string;
            partition: number;
            expected: number;
            found: number;
        } | {
            /** @constant */
            type: "batch.dropped";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            group: string;
            topic: string;
            partition: number;
            from: number;
            to: number;
            reason: string;
        } | {
            /** @constant */
            type: "reading.moved";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            group: string;
            topic: string;
            partition: number;
            from: number;
            to: number;
        } | {
            /** @constant */
            type: "lease.taken";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            lease: string;
        } | {
            /** @constant */
            type: "lease.lost";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            lease: string;
            reason: string;
        } | {
            /** @constant */
            type: "retried";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            group?: string;
            topic?: string;
            partition?: number;
            failures: number;
            reason: string;
        } | {
            /** @constant */
            type: "dead-lettered";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            topic: string;
            partition: number;
            offset: number;
            code: string;
            reason: string;
        } | {
            /** @constant */
            type: "breaker.opened";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            upstream: string;
            reason: string;
        } | {
            /** @constant */
            type: "breaker.closed";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            upstream: string;
        } | {
            /** @constant */
            type: "views.rebuilding";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            partition: number;
            position: number;
        } | {
            /** @constant */
            type: "views.caught-up";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            partition: number;
            position: number;
        } | {
            /** @constant */
            type: "generation.started";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            topic: string;
            generation: number;
            log: string;
            reason: string;
        };
        PipelineState: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            via: "redis" | "http";
            services: {
                /** @enum {string} */
                service: "gateway" | "ingestion" | "tagging" | "analytics";
                rates: {
                    inPerSecond: number;
                    outPerSecond: number;
                } | null;
                replicas: {
                    replica: string;
                    gone: boolean;
                    ageSeconds: number;
                    snapshot: components["schemas"]["ReplicaSnapshot"] | null;
                }[];
                unreachable?: string;
            }[];
            topics: {
                topic: string;
                consumers: {
                    group: string;
                    /** @enum {string} */
                    service: "gateway" | "ingestion" | "tagging" | "analytics";
                    recordsPerSecond: number;
                    lag: number;
                    oldestSeconds: number | null;
                    partitions: {
                        partition: number;
                        position: number;
                        end: number;
                        lag: number;
                        oldestSeconds: number | null;
                        owner: string | null;
                        ageSeconds: number;
                    }[];
                }[];
            }[];
            ledger: {
                total: components["schemas"]["LedgerRow"];
                idle: boolean;
                balanced: boolean;
                away?: components["schemas"]["AwayPart"][];
                linking?: {
                    waiting: number;
                };
            } | null;
            objectives?: {
                /** Format: date-time */
                since: string;
                objectives: {
                    /** @enum {string} */
                    id: "counted" | "fast" | "served";
                    title: string;
                    target: number;
                    budgetLeft: number | null;
                    burn: {
                        window: string;
                        knownSeconds: number;
                        events: number;
                        errors: number;
                        times: number | null;
                    }[];
                }[];
                lags: {
                    group: string;
                    oldestSeconds: number | null;
                }[];
                alerts: {
                    name: string;
                    /** @enum {string} */
                    severity: "page" | "ticket";
                    summary: string;
                    subject: string | null;
                    /** Format: date-time */
                    since: string;
                    runbook: string;
                }[] | null;
                notEvaluated: string[];
            };
        };
        PlatformStatus: {
            services: {
                [key: string]: components["schemas"]["PartStatus"];
            };
            consumers: components["schemas"]["ConsumerStatus"][];
            away?: components["schemas"]["AwayPart"][];
        };
        PostingInput: {
            /** @description Where the posting was taken from: a short lower-case name; an installation has at most 1,000. `sample` is reserved for the made-up sample */
            source: string;
            /** @description The id at the source; source and sourceId identify the posting, so that sending it again creates a new version */
            sourceId: string;
            /** @description Defaults to the first line of the description */
            title?: string;
            organization?: string;
            /** @description Plain text or HTML; it must not be empty once the tags are removed */
            description: string;
            /**
             * @description Detected from the text by default
             * @enum {string}
             */
            descriptionFormat?: "text" | "html";
            location?: string | {
                country?: string;
                region?: string;
                city?: string;
            };
            country?: string;
            /** @description The country where neither country, location nor title names a place: that of a whole file, as a guess */
            defaultCountry?: components["schemas"]["CountryCode"];
            /** @enum {string} */
            workplace?: "remote" | "hybrid" | "onsite" | "unknown";
            /** @description For sources without a workplace field; workplace takes precedence. false alone leaves open whether it is hybrid or onsite */
            remote?: boolean;
            /** @description In the words of the source, e.g. FullTime or Contractor */
            employmentType?: string;
            /** @description In the words of the source, e.g. Senior or Staff */
            seniority?: string;
            salary?: {
                min?: number;
                max?: number;
                currency: string;
                /** @enum {string} */
                period: "year" | "month" | "week" | "day" | "hour";
            };
            /** @description The pay in the words of the source, e.g. "€60k – €75k" or "$40 per hour"; salary takes precedence, and what is unclear or contradictory is left out */
            salaryText?: string;
            /** @description A date, a date-time or a month as in ISO 8601, from 1990 to tomorrow; of a time the day counts where it was written, by its offset; defaults to today */
            datePosted?: string;
            /**
             * Format: uri
             * @description The public page of the posting: http or https
             */
            url?: string;
            /** @description A BCP 47 tag, e.g. en-GB; detected from the text by default */
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
            job?: string;
            primary?: boolean;
            /** Format: date-time */
            expiredAt?: string;
            facts?: {
                [key: string]: unknown;
            };
        };
        PostingsPage: {
            postings: components["schemas"]["ListedPosting"][];
            next: string | null;
        };
        PreviewAnswer: {
            format: components["schemas"]["PreviewFormat"] | null;
            columns: {
                column: string;
                field: ("source" | "sourceId" | "title" | "organization" | "description" | "descriptionFormat" | "location" | "city" | "region" | "country" | "workplace" | "remote" | "employmentType" | "seniority" | "salary" | "salaryMin" | "salaryMax" | "salaryCurrency" | "salaryPeriod" | "datePosted" | "url" | "language") | null;
            }[];
            dates: ("dmy" | "mdy") | null;
            undecided?: boolean;
            asIs?: boolean;
            firstLine: number;
            rows: number;
            refused: number;
            postings: components["schemas"]["PreviewPosting"][];
            reasons?: {
                path: string;
                message: string;
                rows: number;
                line: number;
            }[];
            quality?: components["schemas"]["PreviewQuality"];
            faults: {
                line: number;
                path: string;
                message: string;
            }[];
            problem: string | null;
        };
        PreviewFormat: {
            /** @enum {string} */
            kind: "table" | "lines" | "array" | "below" | "object" | "xml" | "html";
            /** @enum {string} */
            encoding: "UTF-8" | "UTF-16 LE" | "UTF-16 BE" | "windows-1252";
            packed: boolean;
            delimiter?: string;
            quote?: string;
            escape?: string;
            newline?: string;
        };
        PreviewQuality: {
            postings: number;
            withoutDate: number;
            withoutPlace: number;
            unread: {
                column: string;
                cells: number;
            }[];
            ids: {
                /** @enum {string} */
                of: "id" | "url" | "content";
                rows: number;
            }[];
        };
        PreviewPosting: {
            postingId: string;
            source: string;
            sourceId: string;
            title: string;
            organization: string | null;
            description: string;
            location: {
                country: string | null;
                region: string | null;
                city: string | null;
            };
            /** @enum {string} */
            workplace: "remote" | "hybrid" | "onsite" | "unknown";
            /** @enum {string} */
            role: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
            /** @enum {string} */
            seniority: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
            employmentType: ("full-time" | "part-time" | "contract" | "intern" | "temporary") | null;
            salary: {
                min: number | null;
                max: number | null;
                currency: string;
                /** @enum {string} */
                period: "year" | "month" | "week" | "day" | "hour";
            } | null;
            /** Format: date */
            datePosted: string;
            url: string | null;
            language: string | null;
            /**
             * Format: date-time
             * @description When it was found to be gone from its job board; absent: it is open, or its source is no board
             */
            closedAt?: string;
            /** @description How the fields came about that the sender does not state */
            derived?: {
                location?: {
                    /** @enum {string} */
                    from: "field" | "title" | "text" | "default";
                    /** @enum {string} */
                    confidence: "stated" | "likely" | "guess";
                    /** @description Where the words begin in the description, in UTF-16 units; absent where no single place says it */
                    start?: number;
                    end?: number;
                };
                workplace?: {
                    /** @enum {string} */
                    from: "field" | "title" | "text" | "default";
                    /** @enum {string} */
                    confidence: "stated" | "likely" | "guess";
                    /** @description Where the words begin in the description, in UTF-16 units; absent where no single place says it */
                    start?: number;
                    end?: number;
                };
                role?: {
                    /** @enum {string} */
                    from: "field" | "title" | "text" | "default";
                    /** @enum {string} */
                    confidence: "stated" | "likely" | "guess";
                    /** @description Where the words begin in the description, in UTF-16 units; absent where no single place says it */
                    start?: number;
                    end?: number;
                };
                seniority?: {
                    /** @enum {string} */
                    from: "field" | "title" | "text" | "default";
                    /** @enum {string} */
                    confidence: "stated" | "likely" | "guess";
                    /** @description Where the words begin in the description, in UTF-16 units; absent where no single place says it */
                    start?: number;
                    end?: number;
                };
                employmentType?: {
                    /** @enum {string} */
                    from: "field" | "title" | "text" | "default";
                    /** @enum {string} */
                    confidence: "stated" | "likely" | "guess";
                    /** @description Where the words begin in the description, in UTF-16 units; absent where no single place says it */
                    start?: number;
                    end?: number;
                };
                salary?: {
                    /** @enum {string} */
                    from: "field" | "title" | "text" | "default";
                    /** @enum {string} */
                    confidence: "stated" | "likely" | "guess";
                    /** @description Where the words begin in the description, in UTF-16 units; absent where no single place says it */
                    start?: number;
                    end?: number;
                };
                language?: {
                    /** @enum {string} */
                    from: "field" | "title" | "text" | "default";
                    /** @enum {string} */
                    confidence: "stated" | "likely" | "guess";
                    /** @description Where the words begin in the description, in UTF-16 units; absent where no single place says it */
                    start?: number;
                    end?: number;
                };
                datePosted?: {
                    /** @enum {string} */
                    from: "field" | "title" | "text" | "default";
                    /** @enum {string} */
                    confidence: "stated" | "likely" | "guess";
                    /** @description Where the words begin in the description, in UTF-16 units; absent where no single place says it */
                    start?: number;
                    end?: number;
                };
            };
            line: number;
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
            jobs?: {
                checked: number;
                differences: {
                    job: string;
                    primaries: number;
                }[];
            };
        };
        ReplicaSnapshot: {
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            version: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            at: string;
            rates: {
                inPerSecond: number;
                outPerSecond: number;
            };
            consumers: {
                group: string;
                topic: string;
                recordsPerSecond: number;
                partitions: {
                    partition: number;
                    position: number;
                    end: number;
                    lag: number;
                    oldestSeconds: number | null;
                }[];
            }[];
            deadLetters: number;
            dropped: number;
            waitsFor?: {
                name: string;
                reason?: string;
            }[];
            outbox?: {
                pending: number;
                oldestSeconds: number | null;
            };
            relay?: {
                leading: boolean;
            };
            generation?: number;
            cache?: {
                hits: number;
                misses: number;
            };
            breakers?: {
                upstream: string;
                /** @enum {string} */
                state: "closed" | "open" | "half-open";
            }[];
            objectives?: {
                [key: string]: {
                    events: number;
                    errors: number;
                };
            };
            watched?: {
                group: string;
                lag: number | null;
                oldestSeconds: number | null;
            }[];
            ledger?: {
                postings: {
                    [key: string]: number;
                };
                versions: number;
            };
        };
        ReportAnswer: {
            id: string;
            title: string;
            source: string;
            filter: {
                /**
                 * @description Only postings of this role
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /**
                 * @description Only postings with this workplace
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Only postings of this seniority
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /**
                 * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                 * @enum {string}
                 */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
            };
            /** @enum {string} */
            counted?: "postings" | "jobs";
            postings?: number;
            jobs?: number;
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
                    postings?: number;
                    jobs?: number;
                };
                parts?: {
                    population: number;
                    count: number;
                    share: number | null;
                    low: number | null;
                    high: number | null;
                    postings?: number;
                    jobs?: number;
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
                population?: {
                    /**
                     * @description Only postings of this role
                     * @enum {string}
                     */
                    role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                    /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                    country?: components["schemas"]["CountryCode"];
                    /**
                     * @description Only postings with this workplace
                     * @enum {string}
                     */
                    workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                    /**
                     * @description Only postings of this seniority
                     * @enum {string}
                     */
                    seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                    /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                    source?: string;
                    /**
                     * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                     * @enum {string}
                     */
                    origin?: "own" | "sample" | "all";
                    /** @description The first month of the period, e.g. 2025-03 */
                    from?: string;
                    /** @description The last month of the period, e.g. 2025-09 */
                    to?: string;
                    /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                    category?: string;
                };
            }[];
        };
        RepublishAnswer: {
            pending: number;
            unknown: string[];
            expired?: string[];
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
            expired?: number;
        };
        RolesAnswer: {
            filter: {
                /**
                 * @description Only postings of this role
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /**
                 * @description Only postings with this workplace
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Only postings of this seniority
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /**
                 * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                 * @enum {string}
                 */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
            };
            /** @enum {string} */
            counted?: "postings" | "jobs";
            postings?: number;
            jobs?: number;
            population: number;
            roles: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                postings?: number;
                jobs?: number;
                /** @enum {string} */
                role: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        SalariesAnswer: {
            filter: {
                /**
                 * @description Only postings of this role
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /**
                 * @description Only postings with this workplace
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Only postings of this seniority
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /**
                 * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                 * @enum {string}
                 */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
            };
            /** @enum {string} */
            counted?: "postings" | "jobs";
            /** @enum {string} */
            by: "role" | "country" | "seniority" | "workplace";
            all: components["schemas"]["PayQuantiles"];
            groups: {
                count: number;
                p10: number | null;
                p25: number | null;
                median: number | null;
                medianLow?: number | null;
                medianHigh?: number | null;
                p75: number | null;
                p90: number | null;
                postings?: number;
                jobs?: number;
                name: string;
            }[];
            skills?: {
                count: number;
                p10: number | null;
                p25: number | null;
                median: number | null;
                medianLow?: number | null;
                medianHigh?: number | null;
                p75: number | null;
                p90: number | null;
                postings?: number;
                jobs?: number;
                skillId: string;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        Sighting: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
            /** @enum {string} */
            stage: "accepted" | "published" | "tagged" | "counted-in-views" | "counted-in-facts";
            postingId: string;
            version: number;
            topic?: string;
            partition?: number;
            offset?: number;
            dead?: boolean;
        };
        SignIn: {
            tokenNeededFor: ("analytics:read" | "ops:read" | "ops:write" | "postings:write" | "postings:retract")[];
            issuer: {
                issuer: string;
                clientId: string;
                scopes: string[];
                resource?: string;
            } | null;
        };
        Skill: {
            skillId: string;
            label: string;
            category: string;
            broader: string[];
            matched?: string;
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
                 * @description Only postings of this role
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /**
                 * @description Only postings with this workplace
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Only postings of this seniority
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /**
                 * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                 * @enum {string}
                 */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
            };
            /** @enum {string} */
            counted?: "postings" | "jobs";
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
        SourcesAnswer: {
            /** @enum {string} */
            origin: "own" | "sample";
            /** @enum {string} */
            counted?: "postings" | "jobs";
            sources: {
                source: string;
                /** @enum {string} */
                origin: "own" | "sample";
                postings: number;
                jobs?: number;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        TableMapping: {
            line: number;
            /** @constant */
            status: "mapped";
            columns: {
                column: string;
                /** @enum {string} */
                field: "source" | "sourceId" | "title" | "organization" | "description" | "descriptionFormat" | "location" | "city" | "region" | "country" | "workplace" | "remote" | "employmentType" | "seniority" | "salary" | "salaryMin" | "salaryMax" | "salaryCurrency" | "salaryPeriod" | "datePosted" | "url" | "language";
            }[];
            leftOut: string[];
            dates: ("dmy" | "mdy") | null;
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
            /** @description Characters at the end of the text that were not analysed; absent if all of it was */
            charactersLeftOut?: number;
            decisions?: components["schemas"]["TagDecision"][];
            decisionsLeftOut?: number;
        };
        TagsLeftOut: {
            /** @description Skills without a listed occurrence */
            skills: number;
            /** @description Occurrences of skills that are not listed */
            tags: number;
        };
        TagsRequest: {
            text: string;
            /** @description The employer; its own name in the text is not counted as a skill */
            organization?: string | null;
        } | {
            title: string;
            description: string;
            /** @description The employer; its own name in the text is not counted as a skill */
            organization?: string | null;
        };
        TrendAnswer: {
            skillId: string;
            filter: {
                /**
                 * @description Only postings of this role
                 * @enum {string}
                 */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /**
                 * @description Only postings with this workplace
                 * @enum {string}
                 */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /**
                 * @description Only postings of this seniority
                 * @enum {string}
                 */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /**
                 * @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which
                 * @enum {string}
                 */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
            };
            /** @enum {string} */
            counted?: "postings" | "jobs";
            postings?: number;
            jobs?: number;
            months: {
                population: number;
                count: number;
                share: number | null;
                low: number | null;
                high: number | null;
                postings?: number;
                jobs?: number;
                month: string;
            }[];
            answeredFrom: components["schemas"]["AnsweredFrom"];
        };
        UnknownPipelineEvent: {
            type: string;
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            service: "gateway" | "ingestion" | "tagging" | "analytics";
            replica: string;
        } & {
            [key: string]: unknown;
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
            expired?: number;
        };
        VersionDifference: {
            /** @enum {string} */
            kind: "missing" | "behind" | "too-much";
            postingId: string;
            accepted: {
                version: number;
                retracted: boolean;
                duplicate?: boolean;
            } | null;
            counted: {
                version: number;
                retracted: boolean;
                duplicate?: boolean;
            } | null;
            /** Format: date-time */
            expiredAt?: string;
        };
    };
    responses: {
        /** @description A parameter, a header or the body is invalid; `faults` lists the validation issues by path. */
        BadRequest: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing or invalid; the header names the token that is required. */
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
        /** @description The token lacks the scope, or the request comes from a page of another origin. */
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
        /** @description There is no resource with this id; for a skill, `nearest` suggests similar ids. */
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
        /** @description The current version of the posting does not match If-Match. */
        PreconditionFailed: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
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
        /** @description The media type or the content encoding is not supported. */
        UnsupportedMediaType: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The syntax is valid, but the content cannot be processed; `faults` says why. */
        Unprocessable: {
            headers: {
                "trace-id": components["headers"]["trace-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The client has exceeded its rate limit; each rate class has its own. */
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
        /** @description A service is unavailable or overloaded: try again later. */
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
        /** @description A service did not respond in time. */
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
        /** @description The trace id of this request, which is in the logs of every service that handled it. */
        "trace-id": string;
        /** @description The version of the response, for If-Match or If-None-Match. */
        ETag: string;
        /** @description The URL of the resource that was created or started. */
        Location: string;
        /** @description Seconds to wait before the next attempt. */
        "Retry-After": number;
        /** @description The requests left in the window, and the seconds until it ends: "reads";r=5999;t=60. */
        RateLimit: string;
        /** @description The quota of a client and the window in seconds: "reads";q=6000;w=60. */
        "RateLimit-Policy": string;
        /** @description How long the response may be cached. */
        "Cache-Control": string;
        /** @description The token that is required (RFC 6750): Bearer realm="skillstream", scope="postings:write". */
        "WWW-Authenticate": string;
        /** @description The age of a stale response in seconds. */
        Age: number;
        /** @description Present if the upstream is unavailable and this is its last known response. */
        "Skillstream-Stale": "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPostings: {
        parameters: {
            query?: {
                /** @description Only postings of this source; it or `job` must be given */
                source?: string;
                /** @description Only live postings of this job, as the posting has it; it or `source` must be given */
                job?: string;
                /** @description The page starts after this id; by default at the first posting */
                after?: string;
                /** @description The maximum page size; 50 by default */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of postings, without their text. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostingsPage"];
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
    sendPostings: {
        parameters: {
            query?: {
                /** @description Of a table: takes fields from these columns, `title=job_title,url=link`, or a JSON object from field to column; `language=` takes one from none. The others are found by the names that people use. */
                map?: string;
                /** @description Of a table: what comes first in dates like 03/04/2025, where its first rows do not show it; `none` where nobody knows, also where they would show it: such a date is refused then. */
                dates?: "dmy" | "mdy" | "none";
                /** @description Of a table: what stands between its cells, one character; by default it is found in its beginning. */
                delimiter?: string;
                /** @description Of a table: what its cells may be quoted with, empty for nothing; by default it is found in its beginning. */
                quote?: "\"" | "'" | "";
                /** @description Of a table: what stands before a quote within quotes; by default it is found in its beginning. */
                escape?: "\"" | "'" | "\\";
                /** @description Of a table: the source of all rows, whatever they say. */
                source?: string;
                /** @description Of a table: the source of rows that name none; by default `upload`. */
                defaultSource?: string;
                /** @description Of a table: the country of rows that name no place that is known, as ISO 3166-1 alpha-2; what a row says goes before it. */
                country?: components["schemas"]["CountryCode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One posting, an array of postings, NDJSON, or a table. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingInput"] | unknown[];
                "application/x-ndjson": string;
                "text/csv": string;
                "text/tab-separated-values": string;
            };
        };
        responses: {
            /** @description The results of a stream or a table, one on each line. */
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
    previewFile: {
        parameters: {
            query?: {
                /** @description Of a table: takes fields from these columns, `title=job_title,url=link`, or a JSON object from field to column; `language=` takes one from none. The others are found by the names that people use. */
                map?: string;
                /** @description Of a table: what comes first in dates like 03/04/2025, where its first rows do not show it; `none` where nobody knows, also where they would show it: such a date is refused then. */
                dates?: "dmy" | "mdy" | "none";
                /** @description Of a table: what stands between its cells, one character; by default it is found in its beginning. */
                delimiter?: string;
                /** @description Of a table: what its cells may be quoted with, empty for nothing; by default it is found in its beginning. */
                quote?: "\"" | "'" | "";
                /** @description Of a table: what stands before a quote within quotes; by default it is found in its beginning. */
                escape?: "\"" | "'" | "\\";
                /** @description Of a table: the source of all rows, whatever they say. */
                source?: string;
                /** @description Of a table: the source of rows that name none; by default `upload`. */
                defaultSource?: string;
                /** @description Of a table: the country of rows that name no place that is known, as ISO 3166-1 alpha-2; what a row says goes before it. */
                country?: components["schemas"]["CountryCode"];
                /** @description Of a body that is only the beginning of a file: what its end cuts is left out. */
                part?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The first million bytes of a file at most. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What the file is, and what would become of it. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewAnswer"];
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
    getPosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The posting’s id, from the result of sending it.
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
                 * @description Versions that may be retracted, as entity tags like "3" or "3-pending", which are equivalent here. * is accepted, too, and means any version, as without the header.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The posting’s id, from the result of sending it.
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
    erasePostings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the source.
                 * @example acme
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure: a new one, or the one in progress. */
            202: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
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
    getErasure: {
        parameters: {
            query?: {
                /** @description The erasure with this id: the one in progress, one that waits for it, or one of the last twenty that have ended; by default the latest one that has begun */
                id?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The name of the source.
                 * @example acme
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
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
    eraseMatching: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the source.
                 * @example acme
                 */
                name: string;
            };
            cookie?: never;
        };
        /** @description As JSON in UTF-8 without duplicate keys, at most 4 kB. The text may have 3 to 200 characters. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            /** @description The erasure: a new one, or the one in progress. */
            202: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
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
    previewErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the source.
                 * @example acme
                 */
                name: string;
            };
            cookie?: never;
        };
        /** @description As JSON in UTF-8 without duplicate keys, at most 4 kB. The text may have 3 to 200 characters. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasurePreviewRequest"];
            };
        };
        responses: {
            /** @description What would be erased. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePreview"];
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
    getJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The posting’s id, from the result of sending it.
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
                /** @description Only postings of this role */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
                /** @description The number of skills, most frequent first; ignored by a trend */
                top?: number;
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
                /** @description Selects the read model: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
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
            /** @description The cached response is still valid. */
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
                /** @description Only postings of this role */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
                /** @description The number of skills, most frequent first; ignored by a trend */
                top?: number;
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
                /** @description Selects the read model: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
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
            /** @description The months in chronological order. */
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
            /** @description The cached response is still valid. */
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
                /** @description Only postings of this role */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
                /** @description The number of skills, most frequent first */
                top?: number;
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
                /** @description Selects the read model: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
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
            /** @description The skills that occur with it. */
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
            /** @description The cached response is still valid. */
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
                /** @description Only postings of this role */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
                /** @description Selects the read model: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
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
            /** @description Pay with and without the skill. */
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
            /** @description The cached response is still valid. */
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
                /** @description Only postings of this role */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
                /** @description The attribute to group by; role by default */
                by?: "role" | "country" | "seniority" | "workplace";
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
                /** @description Selects the read model: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
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
            /** @description The cached response is still valid. */
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
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
                /** @description Selects the read model: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles, most postings first. */
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
            /** @description The cached response is still valid. */
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
                /** @description Only postings of this role */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description Lists only skills of this category, e.g. relational-databases; the population stays the same */
                category?: string;
                /** @description The attribute that the two sides differ in */
                by: "role" | "country" | "workplace" | "seniority" | "period";
                /** @description One side, e.g. backend, DE or 2016-01..2016-12 */
                a: string;
                /** @description The other side */
                b: string;
                /** @description The number of skills, largest difference first */
                top?: number;
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The skills, largest difference first. */
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
            /** @description The cached response is still valid. */
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
                /** @description Only postings of this role */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description The id of one skill */
                a: string;
                /** @description The id of the other skill */
                b: string;
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
                /** @description Selects the read model: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
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
            /** @description The cached response is still valid. */
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
    listSources: {
        parameters: {
            query?: {
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
                /** @description Selects the read model: the views in Redis, or the facts in MongoDB */
                via?: "views" | "facts";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
                 * @example W/"v2.1-5f0c9c1d2b3a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources with their origin and number of postings, most postings first. */
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
                    "application/json": components["schemas"]["SourcesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The cached response is still valid. */
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
    listSkills: {
        parameters: {
            query?: {
                /** @description Only skills of this category, e.g. databases */
                category?: string;
                /** @description Only skills whose id, label or other name contains this text, those that it names best first */
                text?: string;
                /** @description Only these skills, by their ids, separated by commas; unknown ids are ignored */
                ids?: string;
                /** @description The maximum page size; 100 by default */
                limit?: number;
                /** @description The `next` of the previous page */
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
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
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
            /** @description The cached response is still valid. */
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
                /** @description Only postings of this role */
                role?: "backend" | "frontend" | "fullstack" | "mobile" | "data" | "ml" | "devops" | "security" | "qa" | "embedded" | "management" | "other";
                /** @description Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE */
                country?: components["schemas"]["CountryCode"];
                /** @description Only postings with this workplace */
                workplace?: "remote" | "hybrid" | "onsite" | "unknown";
                /** @description Only postings of this seniority */
                seniority?: "intern" | "junior" | "mid" | "senior" | "lead" | "unknown";
                /** @description Only postings that were taken from this source: the `source` that they were sent with, e.g. hn */
                source?: string;
                /** @description Only own postings, only the made-up sample, or both; by default own postings if there are any, else the sample. The filter of the response says which */
                origin?: "own" | "sample" | "all";
                /** @description The first month of the period, e.g. 2025-03 */
                from?: string;
                /** @description The last month of the period, e.g. 2025-09 */
                to?: string;
                /** @description What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, shares and the order follow it; the totals of both are in every answer */
                count?: "postings" | "jobs";
            };
            header?: {
                /**
                 * @description The `ETag` of a cached response: 304 without a body if it is still valid.
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
            /** @description The cached response is still valid. */
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
                /** @description If true, also every occurrence of a skill’s name and how it was classified; for at most 20,000 characters. */
                explain?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A text, or the title and description of a posting, as JSON in UTF-8 without duplicate keys; at most 1 MB, 4 levels and 200 values. It may be compressed (`Content-Encoding: gzip`), by a factor of 100 at most. */
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
            /** @description The run in progress. */
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
    listBoards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources, in the order of the file. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardsAnswer"];
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
    runBoard: {
        parameters: {
            query?: {
                /** @description If true, this run closes what is gone from the list also where that is most of it at once. */
                acceptDrop?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The name of the source.
                 * @example acme
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardState"];
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
    pauseBoard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the source.
                 * @example acme
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardState"];
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
    resumeBoard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the source.
                 * @example acme
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardState"];
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
    beginVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verification; poll it until it is done. */
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
                 * @description The verification’s id, from the response that started it.
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
                /** @description The page starts after this id; by default at the first posting */
                after?: string;
                /** @description The maximum page size; 2,000 by default */
                limit?: number;
                /** @description Only these postings, at most 100; excludes `after` and `limit`; may be repeated */
                id?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page, and all postings of it that differ. */
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
        /** @description The ids of the postings, at most 1,000, as JSON in UTF-8 without duplicate keys; at most 2 MB. It may be compressed (`Content-Encoding: gzip`), by a factor of 100 at most. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepublishRequest"];
            };
        };
        responses: {
            /** @description The postings wait to be published. */
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
                 * @description The id of the last event received.
                 * @example 1764000000000-0
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events. */
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
            /** @description The status of the services and consumers. */
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
    getPipeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pipeline as it is. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineState"];
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
    getSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What takes a token, and where a person gets one. */
            200: {
                headers: {
                    "trace-id": components["headers"]["trace-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            400: components["responses"]["BadRequest"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
        };
    };
    watchPipeline: {
        parameters: {
            query?: never;
            header?: never;
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
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is alive. */
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
            /** @description The gateway is ready. */
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
            /** @description The gateway is shutting down. */
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
