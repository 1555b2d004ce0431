// SPDX-License-Identifier: Apache-2.0

package import Database

/// The tables of the province, its units and its calendars.
package enum OrganisationMigrations {
    package static let all: [Migration] = [
        Migration(
            name: "organisation.001-units",
            statements: [
                """
                CREATE TABLE provinces (
                  agency_code {code} PRIMARY KEY,
                  definition {json} NOT NULL,
                  installed_at {instant} NOT NULL
                ) {strict}
                """,
                """
                CREATE TABLE units (
                  code {code} PRIMARY KEY,
                  position INTEGER NOT NULL,
                  name_vi TEXT NOT NULL CHECK (name_vi <> ''),
                  name_en TEXT NOT NULL CHECK (name_en <> ''),
                  kind {code} NOT NULL CHECK (
                    kind IN ('provincialCommittee', 'office', 'department', 'board', 'police', 'centralAgency', 'provincialCentre',
                      'communeCommittee', 'communeCentre', 'serviceUnit', 'division', 'other')),
                  level {code} NOT NULL CHECK (level IN ('ministry', 'province', 'district', 'commune', 'otherAgency')),
                  parent_code {code} REFERENCES units (code),
                  statistical_code {code},
                  place_vi TEXT,
                  place_en TEXT,
                  address TEXT,
                  is_one_stop {boolean} NOT NULL,
                  desk_vi TEXT,
                  desk_en TEXT,
                  is_confirmed {boolean} NOT NULL,
                  closed_at {instant},
                  updated_at {instant} NOT NULL
                ) {strict}
                """,
                "CREATE INDEX units_by_parent ON units (parent_code)",
                "CREATE UNIQUE INDEX units_statistical_code ON units (statistical_code) WHERE closed_at IS NULL",
            ]),
        Migration(
            name: "organisation.002-calendars",
            statements: [
                """
                CREATE TABLE calendars (
                  version {code} PRIMARY KEY,
                  effective_from {date},
                  effective_to {date} CHECK (effective_to >= effective_from),
                  definition {json} NOT NULL,
                  installed_at {instant} NOT NULL
                ) {strict}
                """
            ]),
        Migration(
            name: "organisation.003-former-communes",
            statements: [
                """
                CREATE TABLE former_communes (
                  position INTEGER PRIMARY KEY,
                  successor_code {code} NOT NULL,
                  name TEXT NOT NULL CHECK (name <> ''),
                  district TEXT NOT NULL CHECK (district <> ''),
                  UNIQUE (successor_code, name, district)
                ) {strict}
                """
            ]),
    ]
}
