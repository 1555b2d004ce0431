-- The schema on SQLite, written by bin/schema; a test compares it with what the program makes.

CREATE TABLE absences (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  substitute_id TEXT NOT NULL REFERENCES accounts (id),
  unit_code TEXT NOT NULL REFERENCES units (code),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  named_by TEXT NOT NULL REFERENCES accounts (id),
  named_by_name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  CHECK (account_id <> substitute_id)
) STRICT;

CREATE INDEX absences_by_account ON absences (account_id, unit_code, to_day);

CREATE INDEX absences_by_namer ON absences (named_by);

CREATE INDEX absences_by_substitute ON absences (substitute_id, to_day);

CREATE INDEX absences_by_unit ON absences (unit_code, to_day);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  username TEXT NOT NULL UNIQUE CHECK (length(username) BETWEEN 3 AND 64),
  display_name TEXT NOT NULL CHECK (display_name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('citizen', 'officer', 'system')),
  password_hash TEXT,
  personal_id_number TEXT UNIQUE CHECK (length(personal_id_number) = 12),
  phone TEXT,
  email TEXT,
  language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
  created_at INTEGER NOT NULL,
  signed_in_at INTEGER,
  disabled_at INTEGER
) STRICT;

CREATE TABLE api_tokens (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  label TEXT NOT NULL,
  scopes TEXT NOT NULL CHECK (scopes <> ''),
  created_at INTEGER NOT NULL,
  last_used_at INTEGER,
  revoked_at INTEGER
) STRICT;

CREATE INDEX api_tokens_by_account ON api_tokens (account_id);

CREATE TABLE calendars (
  version TEXT PRIMARY KEY,
  effective_from TEXT,
  effective_to TEXT CHECK (effective_to >= effective_from),
  definition TEXT NOT NULL,
  installed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE catalogue_entries (
    code TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('pack', 'national_list', 'national_detail')),
    version INTEGER NOT NULL CHECK (version > 0),
    name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    field TEXT NOT NULL,
    field_code TEXT,
    levels TEXT NOT NULL,
    online_level TEXT CHECK (online_level IN ('full', 'partial', 'info')),
    kind TEXT CHECK (kind IN ('standard', 'specific', 'internal')),
    announced_by TEXT NOT NULL,
    definition TEXT NOT NULL,
    raw_hash TEXT NOT NULL,
    in_force INTEGER NOT NULL,
    effective_from TEXT,
    effective_to TEXT,
    imported_at INTEGER NOT NULL,
    PRIMARY KEY (code, source, version)
) STRICT;

CREATE UNIQUE INDEX catalogue_entries_in_force ON catalogue_entries (code, source) WHERE in_force;

CREATE TABLE catalogue_flags (
    code TEXT NOT NULL,
    source TEXT NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (code, source, version, position),
    FOREIGN KEY (code, source, version) REFERENCES catalogue_entries (code, source, version)
) STRICT;

CREATE INDEX catalogue_flags_by_kind ON catalogue_flags (kind, code);

CREATE TABLE catalogue_words (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), words TEXT NOT NULL) STRICT;

CREATE TABLE chores (
    name TEXT NOT NULL PRIMARY KEY,
    node_id TEXT NOT NULL,
    due_at INTEGER NOT NULL
) STRICT;

CREATE TABLE demo_accounts (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id),
  position INTEGER NOT NULL,
  password TEXT NOT NULL
) STRICT;

CREATE TABLE dossier_events (
    dossier_id TEXT NOT NULL REFERENCES dossiers (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor_account TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    content TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (dossier_id, sequence)
) STRICT;

CREATE TRIGGER dossier_events_no_delete BEFORE DELETE ON dossier_events BEGIN SELECT RAISE(ABORT, 'dossier_events is append only'); END;

CREATE TRIGGER dossier_events_no_update BEFORE UPDATE ON dossier_events BEGIN SELECT RAISE(ABORT, 'dossier_events is append only'); END;

CREATE TABLE dossier_messages (
    id TEXT PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossiers (id),
    author_account TEXT NOT NULL,
    author_name TEXT NOT NULL,
    from_office INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    created_at INTEGER NOT NULL,
    read_at INTEGER
) STRICT;

CREATE INDEX dossier_messages_by_author ON dossier_messages (author_account, created_at);

CREATE INDEX dossier_messages_by_dossier ON dossier_messages (dossier_id, created_at, id);

CREATE INDEX dossier_messages_unread ON dossier_messages (dossier_id, from_office, created_at) WHERE read_at IS NULL;

CREATE TABLE dossier_notes (
    dossier_id TEXT NOT NULL REFERENCES dossiers (id),
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    author_name TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (dossier_id, id)
) STRICT;

CREATE TRIGGER dossier_notes_no_delete BEFORE DELETE ON dossier_notes BEGIN SELECT RAISE(ABORT, 'dossier_notes is append only'); END;

CREATE TRIGGER dossier_notes_no_update BEFORE UPDATE ON dossier_notes BEGIN SELECT RAISE(ABORT, 'dossier_notes is append only'); END;

CREATE TABLE dossier_proposals (
    dossier_id TEXT PRIMARY KEY REFERENCES dossiers (id),
    unit TEXT NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    author_name TEXT NOT NULL,
    items TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX dossier_proposals_by_unit ON dossier_proposals (unit, dossier_id);

CREATE TABLE dossier_reads (
    dossier_id TEXT NOT NULL REFERENCES dossiers (id),
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (dossier_id, account, day)
) STRICT;

CREATE TABLE dossier_units (
    dossier_id TEXT NOT NULL REFERENCES dossiers (id),
    unit TEXT NOT NULL,
    PRIMARY KEY (dossier_id, unit)
) STRICT;

CREATE TABLE dossier_words (
    unit TEXT NOT NULL,
    word TEXT NOT NULL,
    age INTEGER NOT NULL,
    dossier_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (unit, word, age, dossier_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossiers (
    id TEXT PRIMARY KEY,
    code TEXT UNIQUE,
    provisional_code TEXT NOT NULL UNIQUE,
    procedure_code TEXT NOT NULL,
    procedure_version INTEGER NOT NULL,
    case_code TEXT NOT NULL,
    procedure_name TEXT NOT NULL,
    status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 10),
    is_final INTEGER NOT NULL,
    receiving_unit TEXT NOT NULL,
    resolving_unit TEXT NOT NULL,
    unit TEXT NOT NULL,
    step INTEGER,
    steps INTEGER NOT NULL,
    step_role TEXT,
    assignee TEXT,
    assignee_name TEXT,
    applicant_name TEXT NOT NULL,
    applicant_folded TEXT NOT NULL,
    applicant_account TEXT,
    channel INTEGER NOT NULL CHECK (channel BETWEEN 1 AND 3),
    delivery TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    accepted_at INTEGER,
    due_at INTEGER,
    original_due_at INTEGER,
    danger_at INTEGER NOT NULL,
    resolved_at INTEGER,
    closed_at INTEGER,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    head_hash TEXT NOT NULL,
    submission TEXT NOT NULL,
    state TEXT NOT NULL,
    CHECK (code IS NOT NULL OR accepted_at IS NULL)
) STRICT;

CREATE INDEX dossiers_by_acceptance ON dossiers (receiving_unit, accepted_at, code);

CREATE INDEX dossiers_by_assignee ON dossiers (assignee, danger_at, id, is_final) WHERE NOT is_final;

CREATE INDEX dossiers_by_desk ON dossiers (receiving_unit, status, danger_at, id, is_final) WHERE NOT is_final;

CREATE INDEX dossiers_by_end ON dossiers
    ((COALESCE(resolved_at, closed_at)), id, accepted_at, resolving_unit, procedure_code, channel)
WHERE COALESCE(resolved_at, closed_at) IS NOT NULL AND accepted_at IS NOT NULL;

CREATE INDEX dossiers_by_owner ON dossiers (applicant_account, submitted_at DESC, id);

CREATE INDEX dossiers_by_resolution ON dossiers (resolved_at, id) WHERE resolved_at IS NOT NULL;

CREATE INDEX dossiers_by_submission ON dossiers (submitted_at, id);

CREATE INDEX dossiers_by_task ON dossiers (unit, step_role, danger_at, id, status, is_final) WHERE NOT is_final;

CREATE INDEX dossiers_in_process ON dossiers (due_at, id, status, resolving_unit, procedure_code, channel, is_final, resolved_at)
WHERE NOT is_final AND resolved_at IS NULL AND due_at IS NOT NULL;

CREATE TABLE dossiers_without_measures (dossier_id TEXT PRIMARY KEY REFERENCES dossiers (id)) STRICT;

CREATE TABLE dossiers_without_words (dossier_id TEXT PRIMARY KEY REFERENCES dossiers (id)) STRICT;

CREATE TABLE exports (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    door TEXT NOT NULL CHECK (door IN ('page', 'api', 'command')),
    format TEXT NOT NULL CHECK (format IN ('csv', 'jsonl', 'xlsx')),
    filter TEXT NOT NULL,
    has_names INTEGER NOT NULL,
    at INTEGER NOT NULL,
    ended_at INTEGER,
    is_complete INTEGER NOT NULL,
    row_count INTEGER NOT NULL CHECK (row_count >= 0)
) STRICT;

CREATE INDEX exports_by_account ON exports (account, id);

CREATE TRIGGER exports_no_delete BEFORE DELETE ON exports BEGIN SELECT RAISE(ABORT, 'exports is append only'); END;

CREATE TABLE filing_drafts (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    procedure_code TEXT NOT NULL,
    procedure_version INTEGER NOT NULL,
    case_code TEXT NOT NULL,
    unit TEXT NOT NULL,
    entries TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    created_at INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    filed_as TEXT,
    reminders INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX filing_drafts_by_age ON filing_drafts (reminders, saved_at) WHERE filed_as IS NULL;

CREATE INDEX filing_drafts_by_owner ON filing_drafts (account, saved_at DESC) WHERE filed_as IS NULL;

CREATE TABLE former_communes (
  position INTEGER PRIMARY KEY,
  successor_code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  district TEXT NOT NULL CHECK (district <> ''),
  UNIQUE (successor_code, name, district)
) STRICT;

CREATE TABLE held_forms (
    key_hash TEXT NOT NULL PRIMARY KEY CHECK (length(key_hash) = 64),
    browser_hash TEXT NOT NULL,
    sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX held_forms_by_expiry ON held_forms (expires_at);

CREATE TABLE idempotency_keys (
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    dossier_id TEXT NOT NULL REFERENCES dossiers (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (account, key)
) STRICT;

CREATE TABLE jobs (
    id TEXT NOT NULL PRIMARY KEY,
    topic TEXT NOT NULL,
    dedupe_key TEXT UNIQUE,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    run_at INTEGER NOT NULL,
    lease_until INTEGER,
    last_answer TEXT,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    CHECK ((state = 'running') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL))
) STRICT;

CREATE INDEX jobs_done ON jobs (state, finished_at, id, topic) WHERE state = 'done';

CREATE INDEX jobs_failed ON jobs (state, finished_at, id, topic) WHERE state = 'failed';

CREATE INDEX jobs_running ON jobs (state, lease_until, id, topic) WHERE state = 'running';

CREATE INDEX jobs_waiting ON jobs (state, run_at, id, topic) WHERE state = 'waiting';

CREATE TABLE mail_refusals (address TEXT PRIMARY KEY, created_at INTEGER NOT NULL) STRICT;

CREATE TABLE measure_deltas (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit TEXT NOT NULL,
    day TEXT NOT NULL,
    measure INTEGER NOT NULL,
    dossier_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    desk TEXT NOT NULL,
    procedure_code TEXT NOT NULL,
    channel INTEGER NOT NULL
) STRICT;

CREATE TABLE measured_events (
    unit TEXT NOT NULL,
    day TEXT NOT NULL,
    measure INTEGER NOT NULL,
    dossier_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    desk TEXT NOT NULL,
    procedure_code TEXT NOT NULL,
    channel INTEGER NOT NULL,
    PRIMARY KEY (unit, day, measure, dossier_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE measures (
    within TEXT NOT NULL,
    breakdown INTEGER NOT NULL CHECK (breakdown BETWEEN 0 AND 3),
    grain INTEGER NOT NULL CHECK (grain BETWEEN 1 AND 3),
    start TEXT NOT NULL,
    key TEXT NOT NULL,
    filed INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    withdrawn_at_intake INTEGER NOT NULL,
    lapsed_at_intake INTEGER NOT NULL,
    resolved_early INTEGER NOT NULL,
    resolved_on_time INTEGER NOT NULL,
    resolved_late INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    lapsed INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    supplement_asked INTEGER NOT NULL,
    PRIMARY KEY (within, breakdown, grain, start, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX measures_by_key ON measures (breakdown, key, start, within) WHERE grain = 1 AND within <> '';

CREATE TABLE nodes (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    release TEXT NOT NULL,
    schema_fingerprint TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE notice_codes (account TEXT NOT NULL, sent_at INTEGER NOT NULL) STRICT;

CREATE INDEX notice_codes_by_account ON notice_codes (account, sent_at);

CREATE INDEX notice_codes_by_time ON notice_codes (sent_at);

CREATE TABLE notice_contacts (
    account TEXT PRIMARY KEY,
    email TEXT,
    language TEXT CHECK (language IN ('vi', 'en')),
    pending_email TEXT,
    code_hash TEXT,
    code_sent_at INTEGER,
    wrong_tries INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((pending_email IS NULL) = (code_hash IS NULL))
) STRICT;

CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    title_vi TEXT NOT NULL,
    title_en TEXT NOT NULL,
    body_vi TEXT NOT NULL,
    body_en TEXT NOT NULL,
    link TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    read_at INTEGER
, letter_job TEXT) STRICT;

CREATE INDEX notices_by_account ON notices (account, created_at DESC, id);

CREATE TABLE number_series (
    series TEXT NOT NULL,
    day TEXT NOT NULL,
    last_number INTEGER NOT NULL CHECK (last_number > 0),
    PRIMARY KEY (series, day)
) STRICT;

CREATE TABLE posts (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  unit_code TEXT NOT NULL REFERENCES units (code),
  role TEXT NOT NULL CHECK (
    role IN ('oneStopOfficer', 'specialist', 'head', 'clerk', 'legalOfficer', 'leader', 'auditor', 'operator')),
  held_from TEXT NOT NULL,
  held_to TEXT CHECK (held_to >= held_from),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, unit_code, role, held_from)
) STRICT;

CREATE INDEX posts_by_unit ON posts (unit_code, role);

CREATE TABLE provinces (
  agency_code TEXT PRIMARY KEY,
  definition TEXT NOT NULL,
  installed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE rate_limits (
    rule TEXT NOT NULL,
    address TEXT NOT NULL,
    full_at INTEGER NOT NULL,
    PRIMARY KEY (rule, address)
) STRICT, WITHOUT ROWID;

CREATE INDEX rate_limits_by_time ON rate_limits (full_at);

CREATE TABLE result_drafts (
    dossier_id TEXT PRIMARY KEY REFERENCES dossiers (id),
    template TEXT NOT NULL,
    fields TEXT NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    author_name TEXT NOT NULL
) STRICT;

CREATE TABLE schema_migrations (
    name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL, stage TEXT
) STRICT;

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    account_id TEXT,
    forgery_token TEXT NOT NULL,
    language TEXT CHECK (language IN ('vi', 'en')),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CHECK (created_at <= last_seen_at AND created_at < expires_at)
) STRICT;

CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE sign_in_failures (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures > 0),
  last_failed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sign_in_failures_by_time ON sign_in_failures (last_failed_at);

CREATE TABLE site_keys (
    name TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE units (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name_vi TEXT NOT NULL CHECK (name_vi <> ''),
  name_en TEXT NOT NULL CHECK (name_en <> ''),
  kind TEXT NOT NULL CHECK (
    kind IN ('provincialCommittee', 'office', 'department', 'board', 'police', 'centralAgency', 'provincialCentre',
      'communeCommittee', 'communeCentre', 'serviceUnit', 'division', 'other')),
  level TEXT NOT NULL CHECK (level IN ('ministry', 'province', 'district', 'commune', 'otherAgency')),
  parent_code TEXT REFERENCES units (code),
  statistical_code TEXT,
  place_vi TEXT,
  place_en TEXT,
  address TEXT,
  is_one_stop INTEGER NOT NULL,
  desk_vi TEXT,
  desk_en TEXT,
  is_confirmed INTEGER NOT NULL,
  closed_at INTEGER,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX units_by_parent ON units (parent_code);

CREATE UNIQUE INDEX units_statistical_code ON units (statistical_code) WHERE closed_at IS NULL;

CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  metadata TEXT NOT NULL,
  length INTEGER NOT NULL CHECK (length > 0),
  received INTEGER NOT NULL CHECK (received BETWEEN 0 AND length),
  kept TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, pieces TEXT,
  CHECK (kept IS NULL OR received = length)
) STRICT;

CREATE INDEX uploads_by_account ON uploads (account_id, expires_at);

CREATE INDEX uploads_by_expiry ON uploads (expires_at);
