// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {Founder, Hop} from "../../src/types/EquityTypes.sol";
import {ClaimSigner} from "../utils/ClaimSigner.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Gas of whole transactions on tokens, everything cold at the start, native coin, through clones. "first" writes
/// a word that was zero, "repeat" does not.
/// forge-config: default.isolate = true
contract GasTest is WeftTest {
    /// @dev 64 bytes, like a hash and where to find it.
    string internal constant EVIDENCE = "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbz";

    PersonalToken internal adaToken;
    PersonalToken internal benToken;
    PersonalToken internal cleoToken;
    INetworkToken internal trio;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
        cleoToken = _launch(cleo, "CLEO");
        trio = _form(_founders());
        _stake(trio, 0, adaToken, ada, 200_000e18, ada);
        _stake(trio, 1, benToken, ben, 200_000e18, ben);
        _stake(trio, 2, cleoToken, cleo, 200_000e18, address(cleoToken));
        skip(1);
    }

    function test_Gas_launch() external {
        vm.prank(dora);
        registry.launch("Dora Lindqvist", "DORA", MILLION, EVIDENCE, true);
        vm.snapshotGasLastCall("launch", "open, 64-byte URI");
        vm.prank(makeAddr("eva"));
        registry.launch("Eva Lindqvist", "EVA", MILLION, EVIDENCE, false);
        vm.snapshotGasLastCall("launch", "closed, 64-byte URI");
        vm.prank(makeAddr("finn"));
        registry.launch("Finn Lindqvist", "FINN", MILLION, _text(8192), true);
        vm.snapshotGasLastCall("launch", "open, 8192-byte URI");
    }

    function test_Gas_form() external {
        registry.form("Trio", "TRIO", EVIDENCE, _founders(), uint64(block.timestamp + 7 days), _settings());
        vm.snapshotGasLastCall("form", "3 founders and governor, 64-byte URI");
    }

    function test_Gas_transfer() external {
        vm.prank(ada);
        adaToken.transfer(ben, 1e18);
        vm.snapshotGasLastCall("transfer", "personal, new holder, before any income");
        _realize(adaToken, ada, 1 ether);
        vm.prank(ada);
        adaToken.transfer(cleo, 1e18);
        vm.snapshotGasLastCall("transfer", "personal, new holder");
        _realize(adaToken, ada, 1 ether);
        vm.prank(ada);
        adaToken.transfer(cleo, 1e18);
        vm.snapshotGasLastCall("transfer", "personal, both sides settle, existing holder");
    }

    function test_Gas_transferWhileAGainStreams() external {
        vm.prank(ada);
        adaToken.transfer(cleo, 1e18);
        vm.prank(ada);
        adaToken.realize{value: 1 ether}(1 ether, 30 days, EVIDENCE);
        skip(1 days);
        vm.prank(ada);
        adaToken.transfer(cleo, 1e18);
        vm.snapshotGasLastCall("transfer", "personal, while a gain streams, existing holder");
    }

    function test_Gas_transferOfNetworkShares() external {
        vm.prank(ada);
        trio.transfer(dora, 1e18);
        vm.snapshotGasLastCall("transfer", "network, new holder, who then votes");
        skip(1);
        vm.prank(ada);
        trio.transfer(ben, 1e18);
        vm.snapshotGasLastCall("transfer", "network, both vote, existing holder");
        vm.prank(ben);
        trio.transfer(ada, 1e18);
        vm.snapshotGasLastCall("transfer", "network, both vote, the same second");
    }

    function test_Gas_closedToken() external {
        PersonalToken closed = _launch(dora, "DORA", MILLION, false);
        vm.startPrank(dora);
        closed.approveHolder(ada, true);
        vm.snapshotGasLastCall("person", "approveHolder");
        closed.transfer(ada, 1e18);
        closed.transfer(ada, 1e18);
        vm.snapshotGasLastCall("transfer", "personal, closed, existing holder");
        closed.openTransfers();
        vm.snapshotGasLastCall("person", "openTransfers");
        vm.stopPrank();
    }

    function test_Gas_realize() external {
        vm.startPrank(ada);
        adaToken.realize{value: 1 ether}(1 ether, 0, EVIDENCE);
        vm.snapshotGasLastCall("income", "realize at once, first");
        adaToken.realize{value: 1 ether}(1 ether, 0, EVIDENCE);
        vm.snapshotGasLastCall("income", "realize at once, repeat");
        adaToken.distribute{value: 1 ether}(1 ether, "");
        vm.snapshotGasLastCall("income", "distribute, repeat");
        Address.sendValue(payable(adaToken), 1 ether);
        adaToken.absorb();
        vm.snapshotGasLastCall("income", "absorb, repeat");
        vm.stopPrank();
    }

    function test_Gas_realizeOverTime() external {
        vm.startPrank(ada);
        adaToken.realize{value: 1 ether}(1 ether, 0, EVIDENCE);
        adaToken.realize{value: 1 ether}(1 ether, 30 days, EVIDENCE);
        vm.snapshotGasLastCall("income", "realize as a stream, first");
        adaToken.realize{value: 1 ether}(1 ether, 30 days, EVIDENCE);
        vm.snapshotGasLastCall("income", "realize as a stream, repeat, nothing accrued");
        skip(1 days);
        adaToken.realize{value: 1 ether}(1 ether, 30 days, EVIDENCE);
        vm.snapshotGasLastCall("income", "realize as a stream, repeat, and accrue");
        vm.stopPrank();
    }

    function test_Gas_claim() external {
        _realize(adaToken, ada, 1 ether);
        vm.prank(ada);
        adaToken.claim(ada);
        vm.snapshotGasLastCall("claim", "first");
        _realize(adaToken, ada, 1 ether);
        vm.prank(ada);
        adaToken.claim(ada);
        vm.snapshotGasLastCall("claim", "repeat");
        _realize(adaToken, ada, 1 ether);
        adaToken.claim(ada);
        vm.snapshotGasLastCall("claim", "repeat, called by somebody else");
        _realize(adaToken, ada, 1 ether);
        vm.prank(ada);
        adaToken.claimTo(ben);
        vm.snapshotGasLastCall("claim", "claimTo");
        _realize(adaToken, ada, 1 ether);
        bytes memory signature = ClaimSigner.sign(adaToken, adaKey, ada, ben, block.timestamp);
        adaToken.claimToBySig(ada, ben, block.timestamp, signature);
        vm.snapshotGasLastCall("claim", "claimToBySig, first signature");
        vm.prank(ada);
        adaToken.realize{value: 1 ether}(1 ether, 30 days, EVIDENCE);
        skip(1 days);
        adaToken.claim(ada);
        vm.snapshotGasLastCall("claim", "while a gain streams");
    }

    function test_Gas_harvest() external {
        _realize(adaToken, ada, 1 ether);
        trio.harvest(address(adaToken));
        vm.snapshotGasLastCall("harvest", "first");
        _realize(adaToken, ada, 1 ether);
        trio.harvest(address(adaToken));
        vm.snapshotGasLastCall("harvest", "repeat");
    }

    function test_Gas_stakeOfFounders() external {
        PersonalToken doraToken = _launch(dora, "DORA");
        Founder[] memory founders = new Founder[](3);
        founders[0] = _founder(doraToken, dora, 1e18, ONE_TO_ONE);
        founders[1] = _founder(adaToken, ada, 1e18, ONE_TO_ONE);
        founders[2] = _founder(adaToken, dora, 1e18, ONE_TO_ONE);
        vm.prank(ada);
        adaToken.transfer(dora, 2e18);
        INetworkToken network = _form(founders);

        vm.startPrank(dora);
        doraToken.approve(address(network), type(uint256).max);
        adaToken.approve(address(network), type(uint256).max);
        network.stake(0, 1e18, dora, type(uint256).max);
        vm.snapshotGasLastCall("stake", "founder, first of a network");
        vm.stopPrank();
        skip(1);
        vm.startPrank(ada);
        adaToken.approve(address(network), type(uint256).max);
        network.stake(1, 1e18, ada, type(uint256).max);
        vm.snapshotGasLastCall("stake", "founder, first of an account");
        vm.stopPrank();
        skip(1);
        vm.prank(dora);
        network.stake(2, 1e18, dora, type(uint256).max);
        vm.snapshotGasLastCall("stake", "founder, second of an account, another member");
    }

    function test_Gas_settle() external {
        _realize(adaToken, ada, 1 ether);
        _settleCircle(2);
        _realize(adaToken, ada, 1 ether);
        Hop[] memory none = new Hop[](0);
        Hop[] memory one = new Hop[](1);
        one[0] = _hop(address(trio), address(adaToken), 1);
        settlement.settle(none, new address[](0), ben, 0, block.timestamp);
        vm.snapshotGasLastCall("settle", "nothing");
        settlement.settle(one, new address[](0), ben, 0, block.timestamp);
        vm.snapshotGasLastCall("settle", "1 hop, no claim");
        _realize(adaToken, ada, 1 ether);
        // Each turn leaves a fifteenth of a third: after 5 turns a millionth of it all.
        _settleCircle(5);
        vm.snapshotGasLastCall("settle", "worked example to 1 part in 10^6, and claim");
        _realize(adaToken, ada, 1 ether);
        _settleCircle(6);
        vm.snapshotGasLastCall("settle", "worked example with a turn (2 hops) more");
    }

    function _settleCircle(uint256 turns) private {
        Hop[] memory hops = new Hop[](3);
        hops[0] = _hop(address(trio), address(adaToken), 1);
        hops[1] = _hop(address(cleoToken), address(trio), turns);
        hops[2] = _hop(address(trio), address(cleoToken), turns);
        address[] memory claims = new address[](1);
        claims[0] = address(trio);
        settlement.settle(hops, claims, ben, 0, block.timestamp);
    }

    function _founders() private view returns (Founder[] memory founders) {
        founders = new Founder[](3);
        founders[0] = _founder(adaToken, ada, 200_000e18, 0.5e18);
        founders[1] = _founder(benToken, ben, 200_000e18, 0.5e18);
        founders[2] = _founder(cleoToken, cleo, 200_000e18, 0.5e18);
    }
}
