// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {WeftSetup} from "./WeftSetup.sol";

/// @notice An invariant says nothing if the handler never gets anywhere: here it goes on until it did everything.
contract HandlerTest is WeftSetup {
    uint256 private constant ACTIONS = 54;
    uint256 private constant OUTCOMES = 113;
    uint256 private constant CALLS = 512;
    uint256 private constant MOST_HISTORIES = 64;
    uint256 private constant CALLS_BETWEEN_CHECKS = 64;

    /// @dev Each call is a transaction of its own, as in a campaign.
    /// forge-config: default.isolate = true
    function test_HandlerDoesEverything() external {
        vm.pauseGasMetering();
        bool[] memory seen = new bool[](OUTCOMES);
        string memory missing = "everything";
        for (uint256 i = 0; i < MOST_HISTORIES && bytes(missing).length != 0; ++i) {
            uint256 snapshot = vm.snapshotState();
            _play(i);
            missing = _note(seen);
            require(vm.revertToState(snapshot), "not reverted");
        }
        assertEq(missing, "", "every action did what it is for, and was refused where it should be");
    }

    function _play(uint256 history) private {
        string[ACTIONS] memory actions = _actions();
        for (uint256 i = 0; i < CALLS; ++i) {
            uint256 draw = uint256(keccak256(abi.encode(history, i)));
            (bool success, bytes memory reason) = address(handler).call(_calldata(actions[draw % ACTIONS], draw));
            if (!success) _bubble(reason);
            if (i % CALLS_BETWEEN_CHECKS == 0) handler.checkEverything();
        }
    }

    /// @return missing The first outcome that there was not yet; empty if there is none.
    function _note(bool[] memory seen) private view returns (string memory missing) {
        string[OUTCOMES] memory outcomes = _outcomes();
        for (uint256 i = 0; i < OUTCOMES; ++i) {
            if (handler.ghostCalls(outcomes[i]) != 0) seen[i] = true;
            if (!seen[i] && bytes(missing).length == 0) missing = outcomes[i];
        }
    }

    function _bubble(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }

    /// @dev Arguments by chance.
    function _calldata(string memory action, uint256 seed) private pure returns (bytes memory data) {
        bytes memory text = bytes(action);
        data = abi.encodePacked(bytes4(keccak256(text)));
        for (uint256 i = 0; i < text.length; ++i) {
            if (text[i] != "(" && text[i] != ",") continue;
            seed = uint256(keccak256(abi.encode(seed)));
            data = abi.encodePacked(data, text[i + 1] == "b" ? seed % 2 : seed);
        }
    }

    function _actions() private pure returns (string[ACTIONS] memory) {
        return [
            "launch(uint256,uint256,bool)",
            "issue(uint256,uint256,uint256)",
            "transfer(uint256,uint256,uint256,uint256)",
            "transferFrom(uint256,uint256,uint256,uint256,uint256)",
            "sendToFuture(uint256,uint256,uint256,uint256)",
            "reclassify(uint256,uint256)",
            "approveHolder(uint256,uint256,bool)",
            "openTransfers(uint256)",
            "allowDeposit(uint256,uint256,bool)",
            "deposit(uint256,uint256,uint256,uint256)",
            "offerToken(uint256,uint256)",
            "acceptToken(uint256,bool)",
            "realize(uint256,uint256)",
            "realizeOverTime(uint256,uint256,uint256)",
            "shortenStream(uint256,uint256)",
            "distribute(uint256,uint256,uint256)",
            "sendByMistake(uint256,uint256,uint256)",
            "absorb(uint256)",
            "claim(uint256,uint256)",
            "claimTo(uint256,uint256)",
            "claimToBySig(uint256,uint256,bool)",
            "harvest(uint256,uint256)",
            "settle(uint256,uint256,uint256)",
            "dispute(uint256,uint256,uint256)",
            "form(uint256,uint256)",
            "applyForMembership(uint256,uint256,uint256,uint256)",
            "stake(uint256,uint256,uint256)",
            "misuseTerms(uint256,uint256)",
            "misuseStake(uint256,uint256,uint256)",
            "unstake(uint256,uint256)",
            "leave(uint256,uint256)",
            "delegate(uint256,uint256,uint256)",
            "delegateVotes(uint256,uint256,uint256)",
            "proposeEntry(uint256,uint256,uint256)",
            "proposeExit(uint256,uint256)",
            "proposeOther(uint256,uint256)",
            "vote(uint256)",
            "execute(uint256)",
            "pass(uint256,uint256,uint256,bool)",
            "shrink(uint256,uint256,uint256)",
            "crowd(uint256,uint256)",
            "cancelTerms(uint256,uint256)",
            "provide(uint256,uint256,uint256)",
            "trade(uint256,uint256,bool)",
            "exclude(uint256,uint256)",
            "reenter(uint256,uint256,uint256)",
            "flash(uint256,uint256,uint256)",
            "buyAndPay(uint256,uint256)",
            "trespassPerson(uint256,uint256,uint256)",
            "trespassNetwork(uint256,uint256,uint256)",
            "trespassGovernor(uint256,uint256,uint256)",
            "trespassRegistry(uint256,uint256,uint256)",
            "trespassHolder(uint256,uint256,uint256,bool)",
            "wait(uint256)"
        ];
    }

    function _outcomes() private pure returns (string[OUTCOMES] memory) {
        return [
            "launch",
            "launch refused",
            "issue",
            "issue refused",
            "transfer",
            "transfer refused",
            "transferFrom",
            "transferFrom refused",
            "sendToFuture",
            "reclassify",
            "reclassify refused",
            "approveHolder",
            "withdraw holder",
            "openTransfers",
            "allowDeposit",
            "refuseDeposit",
            "deposit",
            "offerToken",
            "acceptToken",
            "acceptToken refused",
            "realize",
            "realize refused",
            "realizeOverTime",
            "realizeOverTime refused",
            "shortenStream",
            "shortenStream refused",
            "distribute",
            "distribute refused",
            "sendByMistake",
            "absorb",
            "claim",
            "claim refused",
            "claimTo",
            "claimTo refused",
            "claimToBySig",
            "claimToBySig refused",
            "harvest",
            "harvest refused",
            "settle",
            "dispute",
            "form",
            "applyForMembership",
            "stake founding",
            "stake entry",
            "stake refused",
            "stakeWithPermit",
            "stake locked",
            "stake to own token",
            "misuse: receiver",
            "misuse: network supply",
            "misuse: kind",
            "misuse: account",
            "misuse: early",
            "misuse: late",
            "misuse: overfilled",
            "misuse: part",
            "misuse: founding stands",
            "misuse: position",
            "misuse: unknown",
            "misuse: dilution",
            "misuse: float",
            "misuse: float of a network",
            "unstake founding",
            "unstake exit",
            "unstake refused",
            "unstake harvests",
            "unstake locked",
            "leave founding",
            "leave exit",
            "delegate",
            "delegateVotes",
            "proposeEntry",
            "proposeExit",
            "proposeOther",
            "propose refused",
            "vote for",
            "vote against",
            "execute entry",
            "execute exit",
            "execute other",
            "execute refused",
            "execute unvoted",
            "pass entry",
            "pass exit",
            "shrink",
            "crowd",
            "cancelTerms",
            "cancelTerms refused",
            "provide",
            "buy",
            "sell",
            "exclude",
            "exclude refused",
            "exclude no pool",
            "reenter: transfer",
            "reenter: claim",
            "reenter: claimTo",
            "reenter: absorb",
            "reenter: distribute",
            "reenter: settle",
            "flash: exclude",
            "flash: distribute",
            "flash: harvest",
            "flash: absorb",
            "buyAndPay",
            "buyAndPay over time",
            "trespassPerson",
            "trespassNetwork",
            "trespassGovernor",
            "trespassRegistry",
            "trespassHolder shares",
            "trespassHolder money",
            "wait"
        ];
    }
}
