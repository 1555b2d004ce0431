-- The schema on PostgreSQL 15, written by bin/schema; a test compares it with what the program makes.

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RAISE EXCEPTION '% is append only', TG_TABLE_NAME; END$$;

CREATE TABLE public.absences (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    substitute_id uuid NOT NULL,
    unit_code text NOT NULL COLLATE pg_catalog."C",
    from_day date NOT NULL,
    to_day date NOT NULL,
    named_by uuid NOT NULL,
    named_by_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT absences_check CHECK ((to_day >= from_day)),
    CONSTRAINT absences_check1 CHECK ((account_id <> substitute_id))
);

CREATE TABLE public.accounts (
    id uuid NOT NULL,
    username text NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    password_hash text COLLATE pg_catalog."C",
    personal_id_number text COLLATE pg_catalog."C",
    phone text,
    email text,
    language text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    signed_in_at timestamp with time zone,
    disabled_at timestamp with time zone,
    CONSTRAINT accounts_display_name_check CHECK ((display_name <> ''::text)),
    CONSTRAINT accounts_kind_check CHECK ((kind = ANY (ARRAY['citizen'::text, 'officer'::text, 'system'::text]))),
    CONSTRAINT accounts_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
    CONSTRAINT accounts_personal_id_number_check CHECK ((length(personal_id_number) = 12)),
    CONSTRAINT accounts_username_check CHECK (((length(username) >= 3) AND (length(username) <= 64)))
);

CREATE TABLE public.api_tokens (
    id uuid NOT NULL,
    token_hash text NOT NULL COLLATE pg_catalog."C",
    account_id uuid NOT NULL,
    label text NOT NULL,
    scopes text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_tokens_scopes_check CHECK ((scopes <> ''::text)),
    CONSTRAINT api_tokens_token_hash_check CHECK ((length(token_hash) = 64))
);

CREATE TABLE public.calendars (
    version text NOT NULL COLLATE pg_catalog."C",
    effective_from date,
    effective_to date,
    definition jsonb NOT NULL,
    installed_at timestamp with time zone NOT NULL,
    CONSTRAINT calendars_check CHECK ((effective_to >= effective_from))
);

CREATE TABLE public.catalogue_entries (
    code text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    name text NOT NULL,
    search_text text NOT NULL,
    field text NOT NULL,
    field_code text COLLATE pg_catalog."C",
    levels text NOT NULL COLLATE pg_catalog."C",
    online_level text COLLATE pg_catalog."C",
    kind text COLLATE pg_catalog."C",
    announced_by text NOT NULL,
    definition jsonb NOT NULL,
    raw_hash text NOT NULL COLLATE pg_catalog."C",
    in_force boolean NOT NULL,
    effective_from date,
    effective_to date,
    imported_at timestamp with time zone NOT NULL,
    CONSTRAINT catalogue_entries_kind_check CHECK ((kind = ANY (ARRAY['standard'::text, 'specific'::text, 'internal'::text]))),
    CONSTRAINT catalogue_entries_online_level_check CHECK ((online_level = ANY (ARRAY['full'::text, 'partial'::text, 'info'::text]))),
    CONSTRAINT catalogue_entries_source_check CHECK ((source = ANY (ARRAY['pack'::text, 'national_list'::text, 'national_detail'::text]))),
    CONSTRAINT catalogue_entries_version_check CHECK ((version > 0))
);

CREATE TABLE public.catalogue_flags (
    code text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    place text NOT NULL,
    found text NOT NULL
);

CREATE TABLE public.catalogue_words (
    id bigint NOT NULL,
    words jsonb NOT NULL,
    CONSTRAINT catalogue_words_id_check CHECK ((id = 1))
);

CREATE TABLE public.chores (
    name text NOT NULL,
    node_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL
);

CREATE TABLE public.demo_accounts (
    account_id uuid NOT NULL,
    "position" integer NOT NULL,
    password text NOT NULL
);

CREATE TABLE public.dossier_events (
    dossier_id uuid NOT NULL,
    sequence bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    at timestamp with time zone NOT NULL,
    actor_account text NOT NULL COLLATE pg_catalog."C",
    actor_name text NOT NULL,
    content text NOT NULL,
    previous_hash text NOT NULL COLLATE pg_catalog."C",
    hash text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT dossier_events_sequence_check CHECK ((sequence > 0))
);

CREATE TABLE public.dossier_messages (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    author_account text NOT NULL COLLATE pg_catalog."C",
    author_name text NOT NULL,
    from_office boolean NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    CONSTRAINT dossier_messages_text_check CHECK ((text <> ''::text))
);

CREATE TABLE public.dossier_notes (
    dossier_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    author text NOT NULL COLLATE pg_catalog."C",
    author_name text NOT NULL,
    text text NOT NULL,
    CONSTRAINT dossier_notes_text_check CHECK ((text <> ''::text))
);

CREATE TABLE public.dossier_proposals (
    dossier_id uuid NOT NULL,
    unit text NOT NULL COLLATE pg_catalog."C",
    at timestamp with time zone NOT NULL,
    author text NOT NULL COLLATE pg_catalog."C",
    author_name text NOT NULL,
    items jsonb NOT NULL,
    reason text NOT NULL
);

CREATE TABLE public.dossier_reads (
    dossier_id uuid NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    day date NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    times bigint NOT NULL
);

CREATE TABLE public.dossier_units (
    dossier_id uuid NOT NULL,
    unit text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.dossier_words (
    unit text NOT NULL COLLATE pg_catalog."C",
    word text NOT NULL COLLATE pg_catalog."C",
    age bigint NOT NULL,
    dossier_id uuid NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.dossiers (
    id uuid NOT NULL,
    code text COLLATE pg_catalog."C",
    provisional_code text NOT NULL COLLATE pg_catalog."C",
    procedure_code text NOT NULL COLLATE pg_catalog."C",
    procedure_version bigint NOT NULL,
    case_code text NOT NULL COLLATE pg_catalog."C",
    procedure_name text NOT NULL,
    status bigint NOT NULL,
    is_final boolean NOT NULL,
    receiving_unit text NOT NULL COLLATE pg_catalog."C",
    resolving_unit text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    step bigint,
    steps bigint NOT NULL,
    step_role text COLLATE pg_catalog."C",
    assignee text COLLATE pg_catalog."C",
    assignee_name text,
    applicant_name text NOT NULL,
    applicant_folded text NOT NULL COLLATE pg_catalog."C",
    applicant_account text COLLATE pg_catalog."C",
    channel bigint NOT NULL,
    delivery text NOT NULL COLLATE pg_catalog."C",
    submitted_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    due_at timestamp with time zone,
    original_due_at timestamp with time zone,
    danger_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    closed_at timestamp with time zone,
    sequence bigint NOT NULL,
    head_hash text NOT NULL COLLATE pg_catalog."C",
    submission jsonb NOT NULL,
    state jsonb NOT NULL,
    CONSTRAINT dossiers_channel_check CHECK (((channel >= 1) AND (channel <= 3))),
    CONSTRAINT dossiers_check CHECK (((code IS NOT NULL) OR (accepted_at IS NULL))),
    CONSTRAINT dossiers_sequence_check CHECK ((sequence > 0)),
    CONSTRAINT dossiers_status_check CHECK (((status >= 1) AND (status <= 10)))
);

CREATE TABLE public.dossiers_without_measures (
    dossier_id uuid NOT NULL
);

CREATE TABLE public.dossiers_without_words (
    dossier_id uuid NOT NULL
);

CREATE TABLE public.exports (
    id uuid NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    door text NOT NULL COLLATE pg_catalog."C",
    format text NOT NULL COLLATE pg_catalog."C",
    filter jsonb NOT NULL,
    has_names boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    is_complete boolean NOT NULL,
    row_count bigint NOT NULL,
    CONSTRAINT exports_door_check CHECK ((door = ANY (ARRAY['page'::text, 'api'::text, 'command'::text]))),
    CONSTRAINT exports_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'jsonl'::text, 'xlsx'::text]))),
    CONSTRAINT exports_row_count_check CHECK ((row_count >= 0))
);

CREATE TABLE public.filing_drafts (
    id uuid NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C",
    procedure_code text NOT NULL COLLATE pg_catalog."C",
    procedure_version bigint NOT NULL,
    case_code text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    entries jsonb NOT NULL,
    sequence bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    filed_as uuid,
    reminders bigint DEFAULT 0 NOT NULL,
    CONSTRAINT filing_drafts_sequence_check CHECK ((sequence > 0))
);

CREATE TABLE public.former_communes (
    "position" integer NOT NULL,
    successor_code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    district text NOT NULL,
    CONSTRAINT former_communes_district_check CHECK ((district <> ''::text)),
    CONSTRAINT former_communes_name_check CHECK ((name <> ''::text))
);

CREATE TABLE public.held_forms (
    key_hash text NOT NULL COLLATE pg_catalog."C",
    browser_hash text NOT NULL COLLATE pg_catalog."C",
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT held_forms_key_hash_check CHECK ((length(key_hash) = 64))
);

CREATE TABLE public.idempotency_keys (
    account text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    request_hash text NOT NULL COLLATE pg_catalog."C",
    dossier_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.jobs (
    id uuid NOT NULL,
    topic text NOT NULL COLLATE pg_catalog."C",
    dedupe_key text COLLATE pg_catalog."C",
    payload jsonb NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    attempts bigint DEFAULT 0 NOT NULL,
    run_at timestamp with time zone NOT NULL,
    lease_until timestamp with time zone,
    last_answer text,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT jobs_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT jobs_check CHECK (((state = 'running'::text) = (lease_until IS NOT NULL))),
    CONSTRAINT jobs_check1 CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT jobs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

CREATE TABLE public.mail_refusals (
    address text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.measure_deltas (
    id bigint NOT NULL,
    unit text NOT NULL COLLATE pg_catalog."C",
    day date NOT NULL,
    measure bigint NOT NULL,
    dossier_id uuid NOT NULL,
    sequence bigint NOT NULL,
    desk text NOT NULL COLLATE pg_catalog."C",
    procedure_code text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL
);

ALTER TABLE public.measure_deltas ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measure_deltas_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.measured_events (
    unit text NOT NULL COLLATE pg_catalog."C",
    day date NOT NULL,
    measure bigint NOT NULL,
    dossier_id uuid NOT NULL,
    sequence bigint NOT NULL,
    desk text NOT NULL COLLATE pg_catalog."C",
    procedure_code text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL
);

CREATE TABLE public.measures (
    within text NOT NULL COLLATE pg_catalog."C",
    breakdown bigint NOT NULL,
    grain bigint NOT NULL,
    start date NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    filed bigint NOT NULL,
    accepted bigint NOT NULL,
    rejected bigint NOT NULL,
    withdrawn_at_intake bigint NOT NULL,
    lapsed_at_intake bigint NOT NULL,
    resolved_early bigint NOT NULL,
    resolved_on_time bigint NOT NULL,
    resolved_late bigint NOT NULL,
    refused bigint NOT NULL,
    withdrawn bigint NOT NULL,
    lapsed bigint NOT NULL,
    returned bigint NOT NULL,
    supplement_asked bigint NOT NULL,
    CONSTRAINT measures_breakdown_check CHECK (((breakdown >= 0) AND (breakdown <= 3))),
    CONSTRAINT measures_grain_check CHECK (((grain >= 1) AND (grain <= 3)))
);

CREATE TABLE public.nodes (
    id uuid NOT NULL,
    name text NOT NULL,
    release text NOT NULL,
    schema_fingerprint text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL
);

CREATE TABLE public.notice_codes (
    account text NOT NULL COLLATE pg_catalog."C",
    sent_at timestamp with time zone NOT NULL
);

CREATE TABLE public.notice_contacts (
    account text NOT NULL COLLATE pg_catalog."C",
    email text,
    language text COLLATE pg_catalog."C",
    pending_email text,
    code_hash text COLLATE pg_catalog."C",
    code_sent_at timestamp with time zone,
    wrong_tries bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT notice_contacts_check CHECK (((pending_email IS NULL) = (code_hash IS NULL))),
    CONSTRAINT notice_contacts_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text])))
);

CREATE TABLE public.notices (
    id uuid NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C",
    title_vi text NOT NULL,
    title_en text NOT NULL,
    body_vi text NOT NULL,
    body_en text NOT NULL,
    link text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    letter_job uuid
);

CREATE TABLE public.number_series (
    series text NOT NULL COLLATE pg_catalog."C",
    day date NOT NULL,
    last_number bigint NOT NULL,
    CONSTRAINT number_series_last_number_check CHECK ((last_number > 0))
);

CREATE TABLE public.posts (
    account_id uuid NOT NULL,
    unit_code text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    held_from date NOT NULL,
    held_to date,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT posts_check CHECK ((held_to >= held_from)),
    CONSTRAINT posts_role_check CHECK ((role = ANY (ARRAY['oneStopOfficer'::text, 'specialist'::text, 'head'::text, 'clerk'::text, 'legalOfficer'::text, 'leader'::text, 'auditor'::text, 'operator'::text])))
);

CREATE TABLE public.provinces (
    agency_code text NOT NULL COLLATE pg_catalog."C",
    definition jsonb NOT NULL,
    installed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.rate_limits (
    rule text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL COLLATE pg_catalog."C",
    full_at bigint NOT NULL
);

CREATE TABLE public.result_drafts (
    dossier_id uuid NOT NULL,
    template text NOT NULL COLLATE pg_catalog."C",
    fields jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    author text NOT NULL COLLATE pg_catalog."C",
    author_name text NOT NULL
);

CREATE TABLE public.schema_migrations (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    stage text
);

CREATE TABLE public.sessions (
    token_hash text NOT NULL COLLATE pg_catalog."C",
    account_id uuid,
    forgery_token text NOT NULL COLLATE pg_catalog."C",
    language text COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT sessions_check CHECK (((created_at <= last_seen_at) AND (created_at < expires_at))),
    CONSTRAINT sessions_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
    CONSTRAINT sessions_token_hash_check CHECK ((length(token_hash) = 64))
);

CREATE TABLE public.sign_in_failures (
    subject text NOT NULL COLLATE pg_catalog."C",
    failures integer NOT NULL,
    last_failed_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_failures_failures_check CHECK ((failures > 0))
);

CREATE TABLE public.site_keys (
    name text NOT NULL COLLATE pg_catalog."C",
    bytes bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.units (
    code text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    level text NOT NULL COLLATE pg_catalog."C",
    parent_code text COLLATE pg_catalog."C",
    statistical_code text COLLATE pg_catalog."C",
    place_vi text,
    place_en text,
    address text,
    is_one_stop boolean NOT NULL,
    desk_vi text,
    desk_en text,
    is_confirmed boolean NOT NULL,
    closed_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT units_kind_check CHECK ((kind = ANY (ARRAY['provincialCommittee'::text, 'office'::text, 'department'::text, 'board'::text, 'police'::text, 'centralAgency'::text, 'provincialCentre'::text, 'communeCommittee'::text, 'communeCentre'::text, 'serviceUnit'::text, 'division'::text, 'other'::text]))),
    CONSTRAINT units_level_check CHECK ((level = ANY (ARRAY['ministry'::text, 'province'::text, 'district'::text, 'commune'::text, 'otherAgency'::text]))),
    CONSTRAINT units_name_en_check CHECK ((name_en <> ''::text)),
    CONSTRAINT units_name_vi_check CHECK ((name_vi <> ''::text))
);

CREATE TABLE public.uploads (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    metadata text NOT NULL,
    length bigint NOT NULL,
    received bigint NOT NULL,
    kept jsonb,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    pieces jsonb,
    CONSTRAINT uploads_check CHECK (((received >= 0) AND (received <= length))),
    CONSTRAINT uploads_check1 CHECK (((kept IS NULL) OR (received = length))),
    CONSTRAINT uploads_length_check CHECK ((length > 0))
);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_personal_id_number_key UNIQUE (personal_id_number);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_username_key UNIQUE (username);

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.calendars
    ADD CONSTRAINT calendars_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.catalogue_entries
    ADD CONSTRAINT catalogue_entries_pkey PRIMARY KEY (code, source, version);

ALTER TABLE ONLY public.catalogue_flags
    ADD CONSTRAINT catalogue_flags_pkey PRIMARY KEY (code, source, version, "position");

ALTER TABLE ONLY public.catalogue_words
    ADD CONSTRAINT catalogue_words_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.chores
    ADD CONSTRAINT chores_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.demo_accounts
    ADD CONSTRAINT demo_accounts_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY public.dossier_events
    ADD CONSTRAINT dossier_events_pkey PRIMARY KEY (dossier_id, sequence);

ALTER TABLE ONLY public.dossier_messages
    ADD CONSTRAINT dossier_messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dossier_notes
    ADD CONSTRAINT dossier_notes_pkey PRIMARY KEY (dossier_id, id);

ALTER TABLE ONLY public.dossier_proposals
    ADD CONSTRAINT dossier_proposals_pkey PRIMARY KEY (dossier_id);

ALTER TABLE ONLY public.dossier_reads
    ADD CONSTRAINT dossier_reads_pkey PRIMARY KEY (dossier_id, account, day);

ALTER TABLE ONLY public.dossier_units
    ADD CONSTRAINT dossier_units_pkey PRIMARY KEY (dossier_id, unit);

ALTER TABLE ONLY public.dossier_words
    ADD CONSTRAINT dossier_words_pkey PRIMARY KEY (unit, word, age, dossier_id, name);

ALTER TABLE ONLY public.dossiers
    ADD CONSTRAINT dossiers_code_key UNIQUE (code);

ALTER TABLE ONLY public.dossiers
    ADD CONSTRAINT dossiers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dossiers
    ADD CONSTRAINT dossiers_provisional_code_key UNIQUE (provisional_code);

ALTER TABLE ONLY public.dossiers_without_measures
    ADD CONSTRAINT dossiers_without_measures_pkey PRIMARY KEY (dossier_id);

ALTER TABLE ONLY public.dossiers_without_words
    ADD CONSTRAINT dossiers_without_words_pkey PRIMARY KEY (dossier_id);

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT exports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.filing_drafts
    ADD CONSTRAINT filing_drafts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.former_communes
    ADD CONSTRAINT former_communes_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.former_communes
    ADD CONSTRAINT former_communes_successor_code_name_district_key UNIQUE (successor_code, name, district);

ALTER TABLE ONLY public.held_forms
    ADD CONSTRAINT held_forms_pkey PRIMARY KEY (key_hash);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (account, key);

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_dedupe_key_key UNIQUE (dedupe_key);

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_refusals
    ADD CONSTRAINT mail_refusals_pkey PRIMARY KEY (address);

ALTER TABLE ONLY public.measure_deltas
    ADD CONSTRAINT measure_deltas_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.measured_events
    ADD CONSTRAINT measured_events_pkey PRIMARY KEY (unit, day, measure, dossier_id, sequence);

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_pkey PRIMARY KEY (within, breakdown, grain, start, key);

ALTER TABLE ONLY public.nodes
    ADD CONSTRAINT nodes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notice_contacts
    ADD CONSTRAINT notice_contacts_pkey PRIMARY KEY (account);

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.number_series
    ADD CONSTRAINT number_series_pkey PRIMARY KEY (series, day);

ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (account_id, unit_code, role, held_from);

ALTER TABLE ONLY public.provinces
    ADD CONSTRAINT provinces_pkey PRIMARY KEY (agency_code);

ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (rule, address);

ALTER TABLE ONLY public.result_drafts
    ADD CONSTRAINT result_drafts_pkey PRIMARY KEY (dossier_id);

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.sign_in_failures
    ADD CONSTRAINT sign_in_failures_pkey PRIMARY KEY (subject);

ALTER TABLE ONLY public.site_keys
    ADD CONSTRAINT site_keys_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.units
    ADD CONSTRAINT units_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_pkey PRIMARY KEY (id);

CREATE INDEX absences_by_account ON public.absences USING btree (account_id, unit_code, to_day);

CREATE INDEX absences_by_namer ON public.absences USING btree (named_by);

CREATE INDEX absences_by_substitute ON public.absences USING btree (substitute_id, to_day);

CREATE INDEX absences_by_unit ON public.absences USING btree (unit_code, to_day);

CREATE INDEX api_tokens_by_account ON public.api_tokens USING btree (account_id);

CREATE UNIQUE INDEX catalogue_entries_in_force ON public.catalogue_entries USING btree (code, source) WHERE in_force;

CREATE INDEX catalogue_flags_by_kind ON public.catalogue_flags USING btree (kind, code);

CREATE INDEX dossier_messages_by_author ON public.dossier_messages USING btree (author_account, created_at);

CREATE INDEX dossier_messages_by_dossier ON public.dossier_messages USING btree (dossier_id, created_at, id);

CREATE INDEX dossier_messages_unread ON public.dossier_messages USING btree (dossier_id, from_office, created_at) WHERE (read_at IS NULL);

CREATE INDEX dossier_proposals_by_unit ON public.dossier_proposals USING btree (unit, dossier_id);

CREATE INDEX dossiers_by_acceptance ON public.dossiers USING btree (receiving_unit, accepted_at, code);

CREATE INDEX dossiers_by_assignee ON public.dossiers USING btree (assignee, danger_at, id, is_final) WHERE (NOT is_final);

CREATE INDEX dossiers_by_desk ON public.dossiers USING btree (receiving_unit, status, danger_at, id, is_final) WHERE (NOT is_final);

CREATE INDEX dossiers_by_end ON public.dossiers USING btree (COALESCE(resolved_at, closed_at), id, accepted_at, resolving_unit, procedure_code, channel) WHERE ((COALESCE(resolved_at, closed_at) IS NOT NULL) AND (accepted_at IS NOT NULL));

CREATE INDEX dossiers_by_owner ON public.dossiers USING btree (applicant_account, submitted_at DESC, id);

CREATE INDEX dossiers_by_resolution ON public.dossiers USING btree (resolved_at, id) WHERE (resolved_at IS NOT NULL);

CREATE INDEX dossiers_by_submission ON public.dossiers USING btree (submitted_at, id);

CREATE INDEX dossiers_by_task ON public.dossiers USING btree (unit, step_role, danger_at, id, status, is_final) WHERE (NOT is_final);

CREATE INDEX dossiers_in_process ON public.dossiers USING btree (due_at, id, status, resolving_unit, procedure_code, channel, is_final, resolved_at) WHERE ((NOT is_final) AND (resolved_at IS NULL) AND (due_at IS NOT NULL));

CREATE INDEX exports_by_account ON public.exports USING btree (account, id);

CREATE INDEX filing_drafts_by_age ON public.filing_drafts USING btree (reminders, saved_at) WHERE (filed_as IS NULL);

CREATE INDEX filing_drafts_by_owner ON public.filing_drafts USING btree (account, saved_at DESC) WHERE (filed_as IS NULL);

CREATE INDEX held_forms_by_expiry ON public.held_forms USING btree (expires_at);

CREATE INDEX jobs_done ON public.jobs USING btree (state, finished_at, id, topic) WHERE (state = 'done'::text);

CREATE INDEX jobs_failed ON public.jobs USING btree (state, finished_at, id, topic) WHERE (state = 'failed'::text);

CREATE INDEX jobs_running ON public.jobs USING btree (state, lease_until, id, topic) WHERE (state = 'running'::text);

CREATE INDEX jobs_waiting ON public.jobs USING btree (state, run_at, id, topic) WHERE (state = 'waiting'::text);

CREATE INDEX measures_by_key ON public.measures USING btree (breakdown, key, start, within) WHERE ((grain = 1) AND (within <> ''::text));

CREATE INDEX notice_codes_by_account ON public.notice_codes USING btree (account, sent_at);

CREATE INDEX notice_codes_by_time ON public.notice_codes USING btree (sent_at);

CREATE INDEX notices_by_account ON public.notices USING btree (account, created_at DESC, id);

CREATE INDEX posts_by_unit ON public.posts USING btree (unit_code, role);

CREATE INDEX rate_limits_by_time ON public.rate_limits USING btree (full_at);

CREATE INDEX sessions_by_account ON public.sessions USING btree (account_id);

CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);

CREATE INDEX sign_in_failures_by_time ON public.sign_in_failures USING btree (last_failed_at);

CREATE INDEX units_by_parent ON public.units USING btree (parent_code);

CREATE UNIQUE INDEX units_statistical_code ON public.units USING btree (statistical_code) WHERE (closed_at IS NULL);

CREATE INDEX uploads_by_account ON public.uploads USING btree (account_id, expires_at);

CREATE INDEX uploads_by_expiry ON public.uploads USING btree (expires_at);

CREATE TRIGGER dossier_events_no_delete BEFORE DELETE ON public.dossier_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dossier_events_no_update BEFORE UPDATE ON public.dossier_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dossier_notes_no_delete BEFORE DELETE ON public.dossier_notes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dossier_notes_no_update BEFORE UPDATE ON public.dossier_notes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER exports_no_delete BEFORE DELETE ON public.exports FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_named_by_fkey FOREIGN KEY (named_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_unit_code_fkey FOREIGN KEY (unit_code) REFERENCES public.units(code);

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.catalogue_flags
    ADD CONSTRAINT catalogue_flags_code_source_version_fkey FOREIGN KEY (code, source, version) REFERENCES public.catalogue_entries(code, source, version);

ALTER TABLE ONLY public.demo_accounts
    ADD CONSTRAINT demo_accounts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.dossier_events
    ADD CONSTRAINT dossier_events_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.dossier_messages
    ADD CONSTRAINT dossier_messages_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.dossier_notes
    ADD CONSTRAINT dossier_notes_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.dossier_proposals
    ADD CONSTRAINT dossier_proposals_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.dossier_reads
    ADD CONSTRAINT dossier_reads_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.dossier_units
    ADD CONSTRAINT dossier_units_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.dossiers_without_measures
    ADD CONSTRAINT dossiers_without_measures_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.dossiers_without_words
    ADD CONSTRAINT dossiers_without_words_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_unit_code_fkey FOREIGN KEY (unit_code) REFERENCES public.units(code);

ALTER TABLE ONLY public.result_drafts
    ADD CONSTRAINT result_drafts_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossiers(id);

ALTER TABLE ONLY public.units
    ADD CONSTRAINT units_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES public.units(code);
