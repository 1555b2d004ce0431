// SPDX-License-Identifier: Apache-2.0

import Markup

extension LifeEvent.Icon {
    /// A drawing beside the title, which says the same in words.
    var drawing: HTML {
        """
        <svg class="event-icon" viewBox="0 0 24 24" width="36" height="36" fill="none" stroke="currentColor" stroke-width="1.6" \
        stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">\(lines)</svg>
        """
    }

    private var lines: HTML {
        switch self {
        case .child:
            "<circle cx=\"12\" cy=\"8\" r=\"4.5\"/><path d=\"M10.5 8h.01M13.5 8h.01M10.5 9.8q1.5 1.2 3 0M12 3.5q1.6 0 1.4-1.5M4.5 21c.5-5 3-7.5 7.5-7.5s7 2.5 7.5 7.5z\"/>"
        case .rings: "<circle cx=\"8.5\" cy=\"14.5\" r=\"5.5\"/><circle cx=\"15.5\" cy=\"14.5\" r=\"5.5\"/><path d=\"M6.5 9 8.5 5l2 4zM7 5h3\"/>"
        case .candle: "<path d=\"M9 11h6v9H9zM6 20h12M12 11V9M12 9c-2-1.5-1.5-3.5 0-6 1.5 2.5 2 4.5 0 6z\"/>"
        case .home: "<path d=\"M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M12 17v-5M9.5 14.5 12 12l2.5 2.5\"/>"
        case .land: "<path d=\"M3 8l6-3 6 3 6-3v12l-6 3-6-3-6 3zM9 5v12M15 8v12\"/>"
        case .building: "<path d=\"M4 20h16M6 20v-8l6-5 6 5v8M10 20v-5h4v5M16 8.5V4h2.5v6.5\"/>"
        case .shop: "<path d=\"M4 9 5.5 4h13L20 9M4 9q2 3 4 0 2 3 4 0 2 3 4 0 2 3 4 0M5.5 11.5V20h13v-8.5M10 20v-5h4v5\"/>"
        case .care:
            "<path d=\"M12 11C7 7.5 8 3.5 10.3 3.5 11.5 3.5 12 5 12 5s.5-1.5 1.7-1.5C16 3.5 17 7.5 12 11zM3 14h3l4 1.5h3.5a1.3 1.3 0 0 1 0 2.5H10M13.5 17.5l5-2.5c1.5-.5 2.5 1 1.3 2L14 21H6l-3-1.5z\"/>"
        }
    }
}
