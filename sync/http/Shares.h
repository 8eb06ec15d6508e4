#pragma once

#include <map>
#include <memory>
#include <string>

namespace sync_http {

/// How many connections each party holds: an address, or a certificate. One thread.
class Shares {
    using Counts = std::map<std::string, std::size_t>; ///< of those who hold any

public:
    /// Counts one connection as long as it lives. May outlive the Shares.
    class Share {
    public:
        ~Share() {
            if (--m_place->second == 0) m_counts->erase(m_place);
        }
        Share(Share const&) = delete;
        Share& operator=(Share const&) = delete;

    private:
        friend Shares;
        Share(std::shared_ptr<Counts> counts, Counts::iterator place) : m_counts(std::move(counts)), m_place(place) {
            ++place->second;
        }
        std::shared_ptr<Counts> m_counts;
        Counts::iterator m_place;
    };

    /// Null: the party holds `most` already, which is not 0.
    [[nodiscard]] std::unique_ptr<Share> take(std::string const& party, std::size_t most) {
        auto place = m_counts->try_emplace(party, 0).first;
        return place->second < most ? std::unique_ptr<Share>(new Share(m_counts, place)) : nullptr;
    }

private:
    std::shared_ptr<Counts> m_counts = std::make_shared<Counts>();
};

} // namespace sync_http
